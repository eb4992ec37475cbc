// oxlint-disable-next-line no-restricted-imports -- this is the one place that expects them to throw.
import {homedir, userInfo} from 'node:os';

/**
 * Lists the home folders of the user: the one in `HOME` and the one in `passwd`. In a container, a user whom `passwd`
 * does not list may have neither.
 */
export function homeFolders(): readonly string[] {
  const folders = [homedir, () => userInfo().homedir].flatMap((find) => {
    try {
      return [find()];
    } catch {
      return [];
    }
  });

  return [...new Set(folders)];
}
