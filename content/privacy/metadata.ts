/** What a picture file says beside the picture, as the library for pictures reports it. */
type Metadata = { exif?: unknown; xmp?: unknown; iptc?: unknown; comments?: unknown }

/** The kinds of information that a picture still carries; it may hold names, places and devices. */
export function metadataLeft(metadata: Metadata): string[] {
  const named = { exif: 'EXIF', xmp: 'XMP', iptc: 'IPTC', comments: '注释' } as const
  return Object.entries(named).flatMap(([key, name]) =>
    metadata[key as keyof Metadata] === undefined ? [] : [name],
  )
}
