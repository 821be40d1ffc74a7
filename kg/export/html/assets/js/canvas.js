// What the parts that draw share: the network, its element, what is lit and under the pointer.

export const LIVE = 800;
export const LIVE_LINES = 1700;
export const net = {
  vis: null, nodes: null, edges: null, box: null, lit: null, hover: -1, overEdge: null, whole: true, labelled: 0, frames: 0, thick: 1,
};
