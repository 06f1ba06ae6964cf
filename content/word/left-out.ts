/** What of a Word file is not taken as it stands, or wants a look. */
export type Kind =
  | 'hidden'
  | 'faint'
  | 'revision'
  | 'ruby'
  | 'formula'
  | 'field'
  | 'symbol'
  | 'box'
  | 'picture'
  | 'picture-linked'
  | 'struck'
  | 'object'
  | 'chart'
  | 'diagram'
  | 'chunk'
  | 'header'
  | 'comment'
  | 'number'

/** One such thing: its words as far as they can be read, and its paragraph counted from 1. */
export type Left = {
  kind: Kind
  words: string
  paragraph: number
  /** True where its words stand in the text as a reader has them, and in their order. */
  exact: boolean
}
