// What the reader has chosen. Everything that is drawn follows from here and from the data.

const listeners = [];

export const state = {
  view: "graph", lang: "zh", theme: "light",
  sel: null, // {type: "node" | "edge" | "fact", i}
  near: [], // node numbers whose neighbourhoods are shown; empty = everything
  path: null, // [from, to] node numbers
  events: false, // facts drawn as nodes
  pick: null, // node number waiting for the other end of a path
  filters: emptyFilters(),
};

/** No restriction at all. Sets hold what is chosen; an empty set means no restriction. */
export function emptyFilters() {
  return {
    hide: new Set(), kind: new Set(), measure: new Set(), weight: new Set(), area: -1,
    doc: new Set(), stance: new Set(), sure: 0, from: null, to: null,
  };
}

/** Call `fn(changed)` after every change; `changed` is the set of changed keys. */
export function listen(fn) {
  listeners.push(fn);
}

/** Change the state and tell everybody. `how.replace` keeps the browser history as it is. */
export function change(patch, how = {}) {
  const changed = new Set(Object.keys(patch));
  Object.assign(state, patch);
  for (const fn of listeners) fn(changed, how);
}

/** Change some filters. */
export function filterBy(patch, how = {}) {
  change({ filters: { ...state.filters, ...patch } }, how);
}
