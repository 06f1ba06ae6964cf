const nothing = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** Where the desk shows a picture of a text: `media/x.jpg` lies among the uploads. Nothing else is fetched. */
export function shownAddress(address: string): string {
  const name = /^\/?media\/([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(address)?.[1]
  return name ? `/uploads/${name}` : nothing
}

/** The address under which a text keeps an upload. */
export function keptPicture(upload: string): string {
  return `media/${upload.slice(upload.lastIndexOf('/') + 1)}`
}
