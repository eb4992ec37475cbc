/** Returns what a control adds to the data of its form: nothing without a `name`. */
export function formDataOf(control: HTMLElement): FormData {
  const data = new FormData();
  const name = read(control, 'name');
  if (typeof name !== 'string' || name === '') return data;

  for (const entry of entriesOf(control)) data.append(name, entry);
  return data;
}

function entriesOf(control: HTMLElement): readonly (string | File)[] {
  const files = read(control, 'files');
  if (Array.isArray(files)) return files.filter((file) => file instanceof File);

  const values = read(control, 'values');
  if (Array.isArray(values)) return values.map(String);

  const value = String(read(control, 'value') ?? '');
  if (!('checked' in control)) return [value];
  return control.checked === true ? [value === '' ? 'on' : value] : [];
}

function read(control: HTMLElement, name: string): unknown {
  return Reflect.get(control, name);
}
