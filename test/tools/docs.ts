/** `npm run docs`: writes the API pages to docs/api. Ends with status 1 when something is not documented. */
import { Application, ReflectionKind, TypeDocReader } from 'typedoc';
import { entries } from './entries.js';

const app = await Application.bootstrap({ entryPoints: Object.values(entries()) }, [new TypeDocReader()]);

// TypeScript takes the braces of `@throws {@link UsageError}` for a type and resolves nothing: it means the one export
// of that name.
app.converter.addUnknownSymbolResolver((reference, from) => {
  const [name, ...rest] = reference.symbolReference?.path ?? [];
  if (name === undefined || rest.length > 0) return undefined;
  const exported = from.project.getReflectionsByKind(ReflectionKind.SomeExport);
  const target = exported.find(
    (reflection) => reflection.name === name.path && reflection.parent?.kind === ReflectionKind.Module,
  );
  // Declared as an address, but TypeDoc takes a reflection as it is and links to its page.
  return target === undefined ? undefined : { target: target as unknown as string };
});

const project = await app.convert();
if (project === undefined) throw new Error('TypeDoc could not read the sources');
app.validate(project);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
