import { stateWords } from './attachment-item.ts'
import type { AttachmentItem } from './attachment-item.ts'

type Props = { items: readonly AttachmentItem[]; onChange: () => void }

/** The row of the answers that lists the files. */
export function AttachmentAnswer({ items, onChange }: Props) {
  return (
    <div>
      <dt>附件</dt>
      <dd className="check-value">
        {items.length === 0 && <span className="hint">没有</span>}
        {items.map((item) => (
          <span key={item.id} className="check-file">
            <span>{item.name}</span>
            <span className="hint">{stateWords(item)}</span>
          </span>
        ))}
      </dd>
      <dd>
        <button type="button" className="link-button" onClick={onChange}>
          修改<span className="visually-hidden">附件</span>
        </button>
      </dd>
    </div>
  )
}
