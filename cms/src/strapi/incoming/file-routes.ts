/** Where files come in as parts of a form: the media library's own addresses, and ours. */
const routes = [
  /^\/upload(?:\/files(?:\/\d+(?:\/replace)?)?)?$/,
  /^\/desk\/writing\/(?:word|regulations)$/,
  /^\/desk\/cases\/imports$/,
  /^\/desk\/cases\/paper-templates\/[\w-]+$/,
]

/** Whether an address takes files as parts of a form; a new route that does has to be named here. */
export function takesFiles(path: string): boolean {
  return routes.some((route) => route.test(path))
}
