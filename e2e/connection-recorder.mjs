// Preloaded into each Node process of a run. Writes the addresses that it connects to and the names that it looks up, one per line.
import {appendFileSync} from 'node:fs';
import {Socket} from 'node:net';

const {CONNECTIONS_FILE} = process.env;
const {connect} = Socket.prototype;

Socket.prototype.connect = function (...args) {
  this.once('lookup', (_error, _address, _family, host) => record(host));
  this.on('connectionAttempt', record);
  return connect.apply(this, args);
};

function record(destination) {
  if (CONNECTIONS_FILE !== undefined) appendFileSync(CONNECTIONS_FILE, `${destination}\n`);
}
