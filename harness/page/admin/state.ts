import {signal} from '@preact/signals';
import type {Signal} from '@preact/signals';
import type {AdminSimulation, AdminState} from '../../wire/admin.ts';
import type {AppNav, SaveBar, TitleBar, Toast} from '../../wire/app-bridge.ts';
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

/** The app's navigation. */
export const nav: Signal<AppNav> = signal({home: null, links: []});

/** The save bar; `null` if the page has no unsaved changes. */
export const saveBar: Signal<SaveBar | null> = signal(null);

/** The bars that the page of a modal shows in its dialog. */
export interface ModalBars {
  readonly titleBar: TitleBar | null;
  readonly saveBar: SaveBar | null;
}

/** The bars of open modals with pages, by the ids of the modals. */
export const modalBars: Signal<ReadonlyMap<string, ModalBars>> = signal(new Map());

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
  nav.value = {home: null, links: []};
  saveBar.value = null;
}

/** Returns the save bar of a modal's page, or of the app's page for `null`. */
export function saveBarOf(modal: string | null): SaveBar | null {
  return modal === null ? saveBar.value : (modalBars.value.get(modal)?.saveBar ?? null);
}

/** Shows the save bar of a modal's page, or of the app's page for `null`. */
export function showSaveBar(modal: string | null, bar: SaveBar | null): void {
  if (modal === null) saveBar.value = bar;
  else changeModalBars(modal, {saveBar: bar});
}

/** Changes the bars of a modal's page. */
export function changeModalBars(modal: string, change: Partial<ModalBars>): void {
  const before = modalBars.value.get(modal) ?? {titleBar: null, saveBar: null};
  modalBars.value = new Map(modalBars.value).set(modal, {...before, ...change});
}

/** Forgets the bars of a modal's page. */
export function forgetModalBars(modal: string): void {
  modalBars.value = new Map([...modalBars.value].filter(([id]) => id !== modal));
}
