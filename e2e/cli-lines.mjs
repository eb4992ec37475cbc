// Runs command lines of simhost one after the other in this process: JSON on stdin, what each printed as JSON on stdout.
import {text} from 'node:stream/consumers';
import {pathToFileURL} from 'node:url';

const [, , program] = process.argv;
const lines = JSON.parse(await text(process.stdin));
const write = process.stdout.write.bind(process.stdout);

const outcomes = [];
for (const [index, args] of lines.entries()) {
  const outcome = {stdout: '', stderr: '', code: 0};
  for (const stream of ['stdout', 'stderr']) {
    process[stream].write = (chunk) => {
      outcome[stream] += String(chunk);
      return true;
    };
  }
  process.argv = [process.execPath, program, ...args];
  process.exitCode = 0;

  // The program runs when it is imported, and a query makes another module of it.
  await import(`${pathToFileURL(program).href}?line=${index}`);
  outcomes.push({...outcome, code: process.exitCode});
}

process.exitCode = 0;
write(JSON.stringify(outcomes));
