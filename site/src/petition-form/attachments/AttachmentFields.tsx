import { useEffect, useRef, useState } from 'react'
import { limitWords } from '@portal/content/attachments/limits'
import { AttachmentList } from './AttachmentList.tsx'
import type { AttachmentsInForm } from './use-attachments.ts'

type Props = {
  attachments: AttachmentsInForm
  /** Whether a script is there: without one the browser sends the files with the form. */
  scripted: boolean
  /** Of the field, where a page has several. */
  id?: string
  /** Where a form without a script is posted to take a file out. */
  removesAt: string
  /** What is to be said of files that came with the form and could not be kept. */
  unkept?: string | null
}

/**
 * Photographs and papers that prove what is written. The field says nothing of kinds: given a list of
 * them, the web view of WeChat on Android opens neither files nor camera. What is chosen is looked at.
 */
export function AttachmentFields({
  attachments,
  scripted,
  id = 'files',
  removesAt,
  unkept,
}: Props) {
  const { queue, items, note } = attachments
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const choosing = useRef<HTMLButtonElement>(null)
  const said = useAnnouncements(attachments)
  const take = (input: HTMLInputElement) => {
    queue.add(Array.from(input.files ?? []))
    // The same file can be chosen again after it was removed.
    input.value = ''
  }
  return (
    <>
      <p className="part-why">
        合同、收据、现场照片、录音录像，能说明情况的都可以传，<strong>不传也可以提交</strong>
        ，以后还能补充。照片、录音和视频里的拍摄地点、手机型号会自动去掉。
      </p>
      <div className="field">
        <label htmlFor={id}>
          附件<span className="optional">（选填）</span>
        </label>
        <p className="hint" id={`${id}-hint`}>
          可以传照片、PDF、Word 和 Excel 文档（.docx、.xlsx）、录音和视频。{limitWords}。
          没有提交也没有保存的，24 小时后自动清除。
          {!scripted && <span>传的时间可能比较长，请等页面自己打开。</span>}
        </p>
        {unkept && (
          <p className="field-error" id={`${id}-unkept`}>
            <span className="visually-hidden">错误：</span>
            {unkept}
          </p>
        )}
        {scripted ? (
          <div className="attach-buttons">
            <button
              type="button"
              className="button is-quiet"
              ref={choosing}
              aria-describedby={`${id}-hint`}
              onClick={() => chooser.current?.click()}
            >
              选择文件
            </button>
            <button
              type="button"
              className="button is-quiet attach-camera"
              onClick={() => camera.current?.click()}
            >
              拍照
            </button>
            <input
              type="file"
              id={id}
              hidden
              multiple
              ref={chooser}
              onChange={(event) => take(event.currentTarget)}
            />
            <input
              type="file"
              hidden
              accept="image/*"
              capture="environment"
              aria-label="拍照"
              ref={camera}
              onChange={(event) => take(event.currentTarget)}
            />
          </div>
        ) : (
          <input
            type="file"
            id={id}
            name="files"
            className="attach-plain"
            multiple
            aria-describedby={unkept ? `${id}-hint ${id}-unkept` : `${id}-hint`}
          />
        )}
      </div>
      <AttachmentList
        items={items}
        scripted={scripted}
        removesAt={removesAt}
        onRemove={(id) => {
          queue.remove(id)
          choosing.current?.focus()
        }}
        onRetry={queue.retry}
      />
      {note && <p className="attach-note">{note}</p>}
      <p role="status" className="visually-hidden">
        {note || said}
      </p>
    </>
  )
}

/** What is said when something has changed for good: each file once, never every percent. */
function useAnnouncements({ items }: AttachmentsInForm): string {
  const [said, setSaid] = useState('')
  const known = useRef(new Map(items.map(({ id, state }) => [id, state])))
  useEffect(() => {
    for (const { id, name, state, message } of items) {
      if (known.current.get(id) === state) continue
      known.current.set(id, state)
      if (state === 'ready') setSaid(`${name}，已上传`)
      if (state === 'refused' || state === 'stuck') setSaid(`${name}，没有收下：${message}`)
      if (state === 'offline') setSaid('网络断了，连上以后自动接着传')
    }
  }, [items])
  return said
}
