import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Files by path from the project's folder, with slashes. An object is written as JSON. */
export async function writeFiles(
  project: string,
  files: Readonly<Record<string, string | object>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    await mkdir(dirname(join(project, path)), {recursive: true});
    await writeFile(join(project, path), text);
  }
}

/** Reads the text of every file of a project by path, without installed packages and Git's own files. */
export async function readFiles(project: string, folder = ''): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(project, folder), {withFileTypes: true});
  const read = entries
    .filter(({name}) => name !== 'node_modules' && name !== '.git')
    .map(async (entry): Promise<Readonly<Record<string, string>>> => {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) return readFiles(project, `${path}/`);
      return {[path]: await readFile(join(project, path), 'utf8')};
    });
  return Object.assign({}, ...(await Promise.all(read))) as Readonly<Record<string, string>>;
}
