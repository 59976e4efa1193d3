// Holds manifests, read as a JSON list, against what is known of their kinds: the schema for what a value may be, and
// the type for names that no kind has, which schemas of Kubernetes let pass. Writes what is wrong, a sentence a line.
import { text } from 'node:stream/consumers';
import ts from 'typescript';

const PACKAGES = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api/',
  'kafka.strimzi.io': '@kubernetes-models/strimzi-kafka-operator/',
  'keda.sh': '@kubernetes-models/keda/',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/',
};

const moduleOf = ({ apiVersion, kind }) =>
  `${PACKAGES[apiVersion.split('/')[0]] ?? 'kubernetes-models/'}${apiVersion}/${kind}`;

async function againstSchema(manifest) {
  try {
    const model = (await import(moduleOf(manifest)))[manifest.kind];
    new model(manifest).validate();
    return [];
  } catch (thrown) {
    return [thrown.message];
  }
}

function againstTypes(manifests) {
  const sources = new Map(manifests.map((manifest, at) => [`${process.cwd()}/manifest-${at}.ts`,
    `import type { I${manifest.kind} } from '${moduleOf(manifest)}';
     export const manifest: I${manifest.kind} = ${JSON.stringify(manifest)};`]));
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [],
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...more) => sources.has(name)
    ? ts.createSourceFile(name, sources.get(name), ts.ScriptTarget.Latest) : getSourceFile(name, ...more);
  host.fileExists = name => sources.has(name) || fileExists(name);
  host.readFile = name => sources.get(name) ?? readFile(name);
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].map(name => program.getSemanticDiagnostics(program.getSourceFile(name))
    .map(problem => ts.flattenDiagnosticMessageText(problem.messageText, ' ')));
}

// Kustomize breaks long base64 into lines, which Kubernetes reads and the schema does not.
const inOneLine = (key, value) => typeof value === 'string' && /^[A-Za-z0-9+/=\n]+$/.test(value)
  ? value.replaceAll('\n', '') : value;

const manifests = JSON.parse(await text(process.stdin), inOneLine);
const byType = againstTypes(manifests);
for (const [at, manifest] of manifests.entries()) {
  const problems = [...await againstSchema(manifest), ...byType[at]];
  problems.forEach(problem => console.log(`${manifest.kind} ${manifest.metadata?.name}: ${problem}`));
}
