import {signal} from '@preact/signals';
import type {Signal} from '@preact/signals';
import type {AdminSimulation, AdminState} from '../../wire/admin.ts';
import type {Remote} from '../../wire/rpc.ts';

/** The facts about shop, app and staff; `null` until the simulation has sent them. */
export const admin: Signal<AdminState | null> = signal(null);

/** The simulation behind the page; `null` until it is connected. */
export const simulation: Signal<Remote<AdminSimulation> | null> = signal(null);

/** The reason why the page shows no app; `null` if it does. */
export const failure: Signal<string | null> = signal(null);

/** Whether the app has asked for the loading bar. */
export const isLoading: Signal<boolean> = signal(false);

/** Takes the newest state of the simulation. */
export function started(state: AdminState, connected: Remote<AdminSimulation>): void {
  simulation.value = connected;
  admin.value = state;
}
