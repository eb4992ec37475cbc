/** Runs a script that the document holds as plain text. The browser compiles such a script only now. */
export function runInlineScript(id: string, type: 'module' | 'text/javascript' = 'text/javascript'): void {
  const script = document.createElement('script');
  script.type = type;
  script.textContent = document.getElementById(id)?.textContent ?? '';
  document.head.append(script);
  script.remove();
}
