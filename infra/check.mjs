// Parses each Bicep file below this folder, and fails with file:line of what cannot be parsed. It knows the grammar
// alone: names, types and API versions are for `az bicep build` (see README.md).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

function load(name) {
  try {
    return require(name);
  } catch (error) {
    console.error(`${name} cannot be loaded: run \`npm ci\` in infra/ (${error.message.split('\n')[0]})`);
    process.exit(2);
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith('.bicep') || file.endsWith('.bicepparam'))
    .sort();
}

// The innermost node is the place to look at; what surrounds it is an error only because of it.
function* errors(node) {
  if (!node.hasError) {
    return;
  }
  const below = node.children.flatMap((child) => [...errors(child)]);
  if (below.length > 0) {
    yield* below;
  } else if (node.isMissing) {
    yield { node, what: `${node.type} is missing` };
  } else {
    yield { node, what: `cannot be parsed: ${node.text.split('\n')[0].slice(0, 80)}` };
  }
}

// The grammar has no assignment of a parameter, which parameter files consist of: it reads them as variables.
function readable(file) {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.bicepparam') ? text.replace(/^param(?=\s+\w+\s*=)/gm, 'var') : text;
}

const Parser = load('tree-sitter');
const parser = new Parser();
parser.setLanguage(load('tree-sitter-bicep'));

const folder = process.argv[2] ?? here;
const found = files(folder);
const failed = found.length === 0 ? [`${folder}: no Bicep file`] : [];
for (const file of found) {
  const text = readable(file);
  // The default buffer of the parser takes 32 kB.
  const tree = parser.parse(text, null, { bufferSize: Math.max(32 * 1024, text.length * 2) });
  for (const { node, what } of errors(tree.rootNode)) {
    failed.push(`${relative(process.cwd(), file)}:${node.startPosition.row + 1}: ${what}`);
  }
}

if (failed.length > 0) {
  console.error(failed.join('\n'));
  process.exit(1);
}
console.log(`${found.length} Bicep files parse.`);
