// n3 FILE: the statements as N-Triples. comunica file|sparql SOURCE QUERY: the rows as JSON.
// gexf FILE: what the reader of Gephi Lite finds, as JSON.
const fs = require("node:fs");

async function n3(file) {
  const { Parser, Writer } = require("n3");
  const quads = new Parser({ baseIRI: "http://base.example/" }).parse(fs.readFileSync(file, "utf8"));
  const writer = new Writer({ format: "N-Triples" });
  writer.addQuads(quads);
  writer.end((error, text) => { if (error) throw error; process.stdout.write(text); });
}

async function comunica(kind, source, query) {
  const { QueryEngineFactory } = require("@comunica/query-sparql-file");
  const engine = await new QueryEngineFactory().create();
  const sources = [kind === "file" ? { type: "file", value: source } : { type: "sparql", value: source }];
  const bindings = await (await engine.queryBindings(query, { sources })).toArray();
  const rows = bindings.map((row) => Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])));
  process.stdout.write(JSON.stringify(rows));
}

function gexf(file) {
  const { MultiDirectedGraph } = require("graphology");
  const { parse } = require("graphology-gexf");
  const graph = parse(MultiDirectedGraph, fs.readFileSync(file, "utf8"), { addMissingNodes: false });
  const edges = graph.mapEdges((id, said, source, target) => ({ id, source, target, ...said }));
  process.stdout.write(JSON.stringify({ nodes: graph.mapNodes((id, said) => ({ id, ...said })), edges }));
}

const [what, ...rest] = process.argv.slice(2);
Promise.resolve(rest).then((given) => ({ n3, comunica, gexf })[what](...given)).catch((error) => { console.error(String(error)); process.exit(1); });
