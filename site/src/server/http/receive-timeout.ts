import type { IncomingMessage } from 'node:http'

/** Within this time a request must have arrived: a form from a village on 2G needs half of it. */
const timeoutMs = 60_000

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Cuts a request that has not arrived within a minute, or what `extendReceiveTimeout` allowed it. */
export function setReceiveTimeout(request: IncomingMessage, milliseconds = timeoutMs): void {
  arm(request, milliseconds)
  const disarm = () => clearTimeout(timers.get(request))
  request.once('end', disarm).once('close', disarm)
}

/** Gives a request that brings files more time, counted from now, or takes away what is left. */
export function extendReceiveTimeout(request: IncomingMessage, milliseconds: number): void {
  if (timers.has(request)) arm(request, milliseconds)
}

function arm(request: IncomingMessage, milliseconds: number): void {
  clearTimeout(timers.get(request))
  const timer = setTimeout(() => {
    // Its answer may take longer, as a film does on a bad line.
    if (request.complete) return
    const { socket } = request
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    socket.destroySoon()
  }, milliseconds)
  timers.set(request, timer.unref())
}
