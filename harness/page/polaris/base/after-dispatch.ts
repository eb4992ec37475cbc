/**
 * Acts once all listeners of an event have run, unless one of them prevented it. If a listener stops the
 * event on its way, the action follows in the next task.
 */
export function afterDispatch(event: Event, act: () => void): void {
  let isDone = false;
  const finish = (): void => {
    window.removeEventListener(event.type, finish);
    if (isDone) return;
    isDone = true;
    if (!event.defaultPrevented) act();
  };

  // The window's listeners run last, and this is the last of them.
  window.addEventListener(event.type, finish);
  nextTask(finish);
}

/** Calls a function in the next task. Fake timers of a test do not hold it up. */
export function nextTask(call: () => void): void {
  const {port1, port2} = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    call();
  });

  port1.start();
  port2.postMessage(null);
}
