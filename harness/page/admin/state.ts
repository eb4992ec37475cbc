import {signal} from '@preact/signals';
import type {Signal} from '@preact/signals';
import type {AdminSimulation, AdminState} from '../../wire/admin.ts';
import type {NavLink, SaveBar, TitleBar, Toast} from '../../wire/app-bridge.ts';
import type {Remote} from '../../wire/rpc.ts';

/** The facts about shop, app and staff; `null` until the simulation has sent them. */
export const admin: Signal<AdminState | null> = signal(null);

/** The simulation behind the page; `null` until it is connected. */
export const simulation: Signal<Remote<AdminSimulation> | null> = signal(null);

/** The reason why the page shows no app; `null` if it does. */
export const failure: Signal<string | null> = signal(null);

/** Whether the app has asked for the loading bar. */
export const isLoading: Signal<boolean> = signal(false);

/** The title bar of the app's page; `null` if it has none. */
export const titleBar: Signal<TitleBar | null> = signal(null);

/** The links of the app's navigation. */
export const navLinks: Signal<readonly NavLink[]> = signal([]);

/** The save bar; `null` if the page has no unsaved changes. */
export const saveBar: Signal<SaveBar | null> = signal(null);

/** The toasts, oldest first. */
export const toasts: Signal<readonly Toast[]> = signal([]);

/** Takes the newest state of the simulation. */
export function started(state: AdminState, connected: Remote<AdminSimulation>): void {
  simulation.value = connected;
  admin.value = state;
}

/** Forgets what an earlier document of the app has asked for. */
export function forgetDocument(): void {
  isLoading.value = false;
  titleBar.value = null;
  navLinks.value = [];
  saveBar.value = null;
}
