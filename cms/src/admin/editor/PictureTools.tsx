import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { openEditImageDialog$, usePublisher } from '@mdxeditor/editor'
import { Cog, Trash } from '@strapi/icons'
import { $getNodeByKey } from 'lexical'

type Props = {
  nodeKey: string
  imageSource: string
  initialImagePath: string | null
  title: string
  alt: string
}

/** What stands on and under a picture of the text: its buttons, its caption, what it lacks. */
export function PictureTools({ nodeKey, imageSource, initialImagePath, title, alt }: Props) {
  const [editor] = useLexicalComposerContext()
  const edit = usePublisher(openEditImageDialog$)
  const src = initialImagePath ?? imageSource

  function remove() {
    editor.update(() => $getNodeByKey(nodeKey)?.remove())
  }

  return (
    <>
      <span className="desk-picture-tools">
        <button
          type="button"
          title="图片说明和替代文字"
          onClick={() => edit({ nodeKey, initialValues: { src, title, altText: alt } })}
        >
          <Cog aria-hidden />
        </button>
        <button type="button" title="删除图片" onClick={remove}>
          <Trash aria-hidden />
        </button>
      </span>
      {title && <span className="desk-caption">{title}</span>}
      {!alt && <span className="desk-caption is-missing">还没有替代文字</span>}
    </>
  )
}
