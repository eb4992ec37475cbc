/** Runs a script that stands in the page's document as text, so that the browser need not read it before its time. */
export function runInlineScript(id: string, type: 'module' | 'text/javascript' = 'text/javascript'): void {
  const script = document.createElement('script');
  script.type = type;
  script.textContent = document.getElementById(id)?.textContent ?? '';
  document.head.append(script);
  script.remove();
}
