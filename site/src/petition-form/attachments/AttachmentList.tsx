import { isMoving, stateWords } from './attachment-item.ts'
import type { AttachmentItem } from './attachment-item.ts'
import { removeField } from '../../petition/attachments/attachment-view.ts'

type Props = {
  items: readonly AttachmentItem[]
  scripted: boolean
  /** Where a form without a script is posted to take a file out. */
  removesAt: string
  onRemove: (id: string) => void
  onRetry: (id: string) => void
}

/** The chosen files: how far each is, and what can be done about it. */
export function AttachmentList({ items, scripted, removesAt, onRemove, onRetry }: Props) {
  if (items.length === 0) return null
  return (
    <ul className="attachments" aria-label="选好的附件">
      {items.map((item) => {
        const { id, name, size, sent, state } = item
        const bad = state === 'refused' || state === 'stuck'
        return (
          <li key={id} className={bad ? 'is-bad' : undefined}>
            <div className="attachment-words">
              <span className="attachment-name">{name}</span>
              <span className="attachment-state">{stateWords(item)}</span>
              {isMoving(state) && <progress max={size} value={sent} aria-hidden="true" />}
            </div>
            {!scripted && (
              <div className="attachment-actions">
                <button
                  className="link-button"
                  name={removeField}
                  value={id}
                  formAction={removesAt}
                  formNoValidate
                >
                  删去<span className="visually-hidden">：{name}</span>
                </button>
              </div>
            )}
            {scripted && (
              <div className="attachment-actions">
                {item.again && (
                  <button type="button" className="link-button" onClick={() => onRetry(id)}>
                    重试<span className="visually-hidden">：{name}</span>
                  </button>
                )}
                <button type="button" className="link-button" onClick={() => onRemove(id)}>
                  删去<span className="visually-hidden">：{name}</span>
                </button>
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
