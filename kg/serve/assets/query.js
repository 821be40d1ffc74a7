// The query page: the pack as tabs, an editor, the rows. Uses Yasqe where its files are in vendor/.

const by = (id) => document.getElementById(id);
const TEXT = {
  rows: (n, ms) => `${n} 行 rows · ${ms} ms`,
  running: "运行中 running …",
  unreachable: "无法连接 cannot reach the server",
};

let editor = { get: () => by("query").value, set: (text) => { by("query").value = text; } };

async function upgrade() {
  const found = await fetch("/assets/vendor/yasqe.min.js", { method: "HEAD" }).catch(() => null);
  if (!found || !found.ok) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/assets/vendor/yasqe.min.css";
  document.head.append(style);
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = "/assets/vendor/yasqe.min.js";
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const text = editor.get();
  by("query").hidden = true;
  const yasqe = new window.Yasqe(by("editor"), { persistenceId: null, showQueryButton: false, createShareableLink: null, collapsePrefixesOnLoad: false });
  yasqe.setValue(text);
  editor = { get: () => yasqe.getValue(), set: (value) => yasqe.setValue(value) };
  by("editor").dataset.editor = "yasqe";
}

function ask(accept) {
  return fetch("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: editor.get(),
  });
}

function cell(value) {
  const td = document.createElement("td");
  if (!value) return td;
  if (value.type !== "uri") {
    td.textContent = value.value;
    return td;
  }
  const link = document.createElement("a");
  link.href = value.value.replace(/^https:\/\/w3id\.org\/cadre-kg\/(id|voc)\//, "/$1/");
  link.textContent = value.value.replace(/^https:\/\/w3id\.org\/cadre-kg\/(id\/|voc\/|ns#)/, "");
  if (!/^(https?:|\/)/.test(link.getAttribute("href"))) link.removeAttribute("href");
  td.append(link);
  return td;
}

function table(found) {
  const result = document.createElement("table");
  const head = result.createTHead().insertRow();
  for (const name of found.head.vars) {
    const th = document.createElement("th");
    th.textContent = name;
    head.append(th);
  }
  const body = result.createTBody();
  for (const row of found.results.bindings) {
    const tr = body.insertRow();
    for (const name of found.head.vars) tr.append(cell(row[name]));
  }
  return result;
}

async function run() {
  by("message").textContent = "";
  by("count").textContent = TEXT.running;
  by("result").replaceChildren();
  const started = performance.now();
  const response = await ask("application/sparql-results+json, text/turtle;q=0.5").catch(() => null);
  const took = Math.round(performance.now() - started);
  by("count").textContent = "";
  if (!response) { by("message").textContent = TEXT.unreachable; return; }
  const text = await response.text();
  if (!response.ok) { by("message").textContent = text; return; }
  if (response.headers.get("content-type").startsWith("text/turtle")) {
    const pre = document.createElement("pre");
    pre.textContent = text;
    by("result").append(pre);
    return;
  }
  const found = JSON.parse(text);
  if ("boolean" in found) { by("result").textContent = String(found.boolean); return; }
  by("result").append(table(found));
  by("count").textContent = TEXT.rows(found.results.bindings.length, took);
}

async function save(accept) {
  const response = await ask(accept).catch(() => null);
  if (!response || !response.ok) { by("message").textContent = response ? await response.text() : TEXT.unreachable; return; }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = accept === "text/csv" ? "result.csv" : "result.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

function tab(query) {
  const button = document.createElement("button");
  button.role = "tab";
  button.id = `tab-${query.name}`;
  button.textContent = `${query.name.split("-")[0]} ${query.title_zh}`;
  button.title = query.title_en;
  button.ariaSelected = "false";
  button.onclick = () => {
    for (const other of document.querySelectorAll('[role="tab"]')) other.ariaSelected = String(other === button);
    by("comment").textContent = `${query.comment_zh} ${query.comment_en}`;
    editor.set(query.text);
    run();
  };
  return button;
}

by("run").onclick = run;
for (const button of document.querySelectorAll("[data-as]")) button.onclick = () => save(button.dataset.as);
await upgrade().catch(() => {});
const pack = await (await fetch("/queries.json")).json();
by("tabs").append(...pack.map(tab));
by("tabs").onkeydown = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  const next = tabs[tabs.indexOf(document.activeElement) + step];
  if (step && next) { next.focus(); event.preventDefault(); }
};
document.body.dataset.ready = "true";
