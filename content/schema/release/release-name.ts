const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(\d{3})Z$/

/** The name of a release: the moment at which it was begun. Names sort as their releases do. */
export function releaseName(begun: Date): string {
  return begun.toISOString().replace(/[-:]/g, '').replace('.', '-')
}

/** The moment at which a release was begun, ISO 8601; `null` for what is no release's name. */
export function releaseMoment(name: string): string | null {
  return form.test(name) ? name.replace(form, '$1-$2-$3T$4:$5:$6.$7Z') : null
}
