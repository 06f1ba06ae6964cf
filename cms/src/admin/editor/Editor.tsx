import '@mdxeditor/editor/style.css'
import {
  headingsPlugin,
  imagePlugin,
  linkDialogPlugin,
  linkPlugin,
  listsPlugin,
  MDXEditor,
  quotePlugin,
  tablePlugin,
  thematicBreakPlugin,
  toolbarPlugin,
  type MDXEditorMethods,
} from '@mdxeditor/editor'
import { useFetchClient } from '@strapi/strapi/admin'
import { useRef, useState, type FC } from 'react'
import type { Root } from 'mdast'
import { keptAddress } from '../../writing/markdown/link.ts'
import { sameMeaning, tidyMarkdown } from '../../writing/markdown/tidy.ts'
import { writeMarkdown } from '../../writing/markdown/write.ts'
import { shownAddress } from './picture-address'
import { EditPicture } from './EditPicture'
import { EditorLook } from './editor-style'
import { Frame } from './Frame'
import { NewPicture } from './NewPicture'
import { namespace } from './paste'
import { PictureTools } from './PictureTools'
import type { Words } from './PictureWords'
import { sitePlugin } from './plugins'
import { Toolbar } from './Toolbar'
import { usePasting } from './usePasting'
import { translate } from './labels'

type Props = {
  label: string
  rows: number
  /** The text to begin with; later changes from outside need a new editor. */
  text: string
  invalid: boolean
  disabled: boolean
  onText: (text: string) => void
  /** Called when the text holds what cannot be shown here without loss. */
  onUnshown: () => void
}

type Dialog = { uploaded?: { url: string } }

function pictureText({ address, alt, caption }: Words): string {
  const image = { type: 'image' as const, url: address, alt, title: caption || null }
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [image] }] }
  return writeMarkdown(tree)
}

/** A text as it will look, to be edited; it is handed out as Markdown. */
export function Editor({ label, rows, text, invalid, disabled, onText, onUnshown }: Props) {
  const editor = useRef<MDXEditorMethods>(null)
  const [whole, setWhole] = useState(false)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { post } = useFetchClient()
  // What the editor starts from; it is always written anew, so that raw HTML is text in it.
  const start = useRef(tidyMarkdown(text))

  // Without a place for the cursor an insertion would be lost.
  function insert(markdown: string) {
    editor.current?.focus(() => editor.current?.insertMarkdown(markdown), {
      defaultSelection: 'rootEnd',
    })
  }

  async function upload(file: File) {
    const form = new FormData()
    form.append('files', file)
    try {
      const { data } = await post<{ url: string }[]>('/upload', form)
      if (data[0]) setDialog({ uploaded: data[0] })
    } catch {
      tell('图片没有传上去：请用“插入图片”按钮再试。')
    }
  }

  const { paste, drop, tell } = usePasting({
    insert: (markdown) => editor.current?.insertMarkdown(markdown),
    upload: (file) => void upload(file),
  })

  function change(markdown: string, isFirst: boolean) {
    if (!isFirst) return onText(tidyMarkdown(markdown))
    if (!sameMeaning(markdown, start.current)) onUnshown()
  }

  return (
    <Frame
      $invalid={invalid}
      $disabled={disabled}
      $rows={rows}
      data-whole={whole}
      onPasteCapture={paste}
      onDropCapture={drop}
      onSubmit={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && whole && !event.defaultPrevented) setWhole(false)
      }}
    >
      <EditorLook />
      <MDXEditor
        ref={editor}
        className="desk-editor"
        contentEditableClassName="desk-text"
        lexicalEditorNamespace={namespace}
        markdown={start.current}
        readOnly={disabled}
        suppressHtmlProcessing
        spellCheck={false}
        trim={false}
        translation={translate(label)}
        onChange={change}
        onError={onUnshown}
        plugins={[
          headingsPlugin({ allowedHeadingLevels: [2, 3, 4] }),
          listsPlugin(),
          quotePlugin(),
          linkPlugin({
            disableAutoLink: true,
            validateUrl: (url) => keptAddress(url) !== undefined,
          }),
          linkDialogPlugin({ showLinkTitleField: false }),
          tablePlugin({ tablePipeAlign: false }),
          thematicBreakPlugin(),
          imagePlugin({
            ImageDialog: EditPicture,
            // Its type forgets the properties that it is given.
            EditImageToolbar: PictureTools as unknown as FC,
            disableImageResize: true,
            imagePreviewHandler: (address) => Promise.resolve(shownAddress(address)),
          }),
          sitePlugin(),
          ...(disabled
            ? []
            : [
                toolbarPlugin({
                  toolbarContents: () => (
                    <Toolbar
                      whole={whole}
                      onPicture={() => setDialog({})}
                      onWhole={() => setWhole(!whole)}
                    />
                  ),
                }),
              ]),
        ]}
      />
      {dialog && (
        <NewPicture
          {...dialog}
          onClose={() => setDialog(null)}
          onInsert={(picture) => {
            setDialog(null)
            insert(pictureText(picture))
          }}
        />
      )}
    </Frame>
  )
}
