/** Says after a run which aims it has not measured. */
export default function sayLeftOut(): void {
  console.log('\nNot measured: the aims of scale, which take minutes. Run `npm run bench -- scale`.');
}
