import type {Picker} from './picker-dialog.ts';

/**
 * Shows a picker above the page. Resolves with what the person chose; null if they left it. `closed` runs before the dialog is
 * removed.
 */
export async function openPicker<Answer>(
  {root, answer}: Picker<Answer>,
  layer: HTMLElement,
  closed: () => void = () => {},
): Promise<Answer | null> {
  layer.append(root);
  root.showModal();
  const given = await answer;

  root.close();
  closed();
  root.remove();
  return given;
}
