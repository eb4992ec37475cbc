/** The origin of the sample app `fixtures/apps/notes`. */
export const NOTES_ORIGIN = 'https://notes.example.com';

/** The option `app` for the sample app. */
export const NOTES_APP = {
  clientId: 'b0c0ffee000000000000000000000735',
  clientSecret: 'secret-of-notes',
  name: 'Notes',
  url: NOTES_ORIGIN,
};

/** The server of the sample app. */
export const NOTES_SERVER = {command: 'node fixtures/apps/notes/server.js'};
