import type {Choices} from './choices.ts';
import {neededCommands} from './commands.ts';
import type {FoundProject} from './found-project.ts';
import {KIND_NAMES} from './parts.ts';

/** Asks what init cannot know; `null` if the author stops. A question with one answer is not asked. */
export async function askChoices(found: FoundProject): Promise<Choices | null> {
  // Only people who answer questions need the library.
  const prompts = await import('@clack/prompts');
  const {confirm, isCancel} = prompts;
  prompts.intro('simhost init');

  const all = found.parts.map(({folder}) => folder);
  const folders = all.length < 2 ? all : await askFolders(found);
  if (isCancel(folders)) return stopped(prompts);
  const parts = found.parts.filter(({folder}) => folders.includes(folder));

  const asksServer = parts.some(({kind}) => kind === 'extension' || kind === 'mini');
  const server = found.backends.length === 0 || !asksServer ? '' : await askServer(found);
  if (isCancel(server)) return stopped(prompts);
  const chosen = found.backends.find(({source}) => source === server);

  const hasWorkflow = await confirm({message: 'Add a workflow for GitHub Actions?'});
  if (isCancel(hasWorkflow)) return stopped(prompts);

  const commands = neededCommands(found).map((command) => `"${command}"`);
  const installs = commands.length === 0 || (await confirm({message: `Run ${commands.join(' and ')} now?`}));
  if (isCancel(installs)) return stopped(prompts);

  const backend = chosen === undefined ? null : {command: chosen.command, cwd: chosen.folder};
  return {parts, backend, hasWorkflow, installs};
}

async function askFolders({parts}: FoundProject) {
  const {multiselect} = await import('@clack/prompts');
  return multiselect({
    message: 'Which of these get a test?',
    options: parts.map(({folder, kind}) => ({value: folder, label: folder, hint: KIND_NAMES[kind]})),
    initialValues: parts.map(({folder}) => folder),
  });
}

/** Asks for a server by the file that names it. */
async function askServer({backends}: FoundProject) {
  const {select} = await import('@clack/prompts');
  const servers = backends.map(({command, source}) => ({value: source, label: command, hint: source}));
  const none = {value: '', label: 'None of these', hint: 'a sample backend answers for now'};
  return select({message: 'Which server answers your extensions?', options: [...servers, none]});
}

function stopped({cancel}: {readonly cancel: (message: string) => void}): null {
  cancel('Nothing was changed.');
  return null;
}
