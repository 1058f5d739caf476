const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];

channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Lets the event loop turn once, so that a message such as "stop" is heard. A message to oneself
 * comes back at once, where `setTimeout` would wait four milliseconds.
 * @returns {Promise<void>}
 */
export function nextTurn() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
