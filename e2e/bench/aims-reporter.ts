import type {Reporter, TestCase, TestResult} from '@playwright/test/reporter';
import type {AimId} from './aims.ts';
import {AIMS, aimTable} from './aims.ts';
import {AIM_ANNOTATION} from './figures.ts';

/** Prints the aims of all benchmarks at the end of a run. */
export default class AimsReporter implements Reporter {
  readonly #measured: Partial<Record<AimId, number[]>> = {};

  printsToStdio(): boolean {
    return true;
  }

  onTestEnd(_test: TestCase, {annotations}: TestResult): void {
    for (const {type, description} of annotations) {
      if (type !== AIM_ANNOTATION) continue;
      const {id, value} = JSON.parse(description ?? '') as {id: AimId; value: string};
      (this.#measured[id] ??= []).push(Number(value));
    }
  }

  onEnd(): void {
    const {SIMHOST_BENCH_ROUNDS: rounds} = process.env;
    const few = rounds === undefined ? '' : ` (SIMHOST_BENCH_ROUNDS=${rounds}: no measurements)`;
    console.log(`\nThe ${Object.keys(AIMS).length} aims${few}\n${aimTable(this.#measured)}`);
  }
}
