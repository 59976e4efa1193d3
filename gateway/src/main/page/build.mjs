// Packs what the page has of others into vendor/, each with the licences of what is in it.

import { build } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';

const OUTPUT = 'vendor';

await mkdir(OUTPUT, { recursive: true });
const { metafile } = await build({
  entryPoints: ['code.js'],
  outdir: OUTPUT,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
await writeFile(`${OUTPUT}/code.LICENSE.txt`, (await Promise.all(packages(metafile).map(licence))).join('\n\n'));

const supabase = 'node_modules/@supabase/supabase-js';
await copyFile(`${supabase}/dist/umd/supabase.js`, `${OUTPUT}/supabase.js`);
await copyFile(`${supabase}/LICENSE`, `${OUTPUT}/supabase.LICENSE.txt`);

/** The packages that anything in the bundle came from. */
function packages({ inputs }) {
  const names = Object.keys(inputs).map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names)].filter(Boolean).sort();
}

/** A package without its licence is not to be handed on. */
async function licence(name) {
  const folder = `node_modules/${name}`;
  const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  return `${name} ${version}\n\n${await readFile(`${folder}/${file}`, 'utf8')}`;
}
