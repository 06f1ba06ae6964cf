import type { Ref } from 'react'
import { fieldLabels } from '../../petition/fields/fields.ts'
import type { Faults, FieldName } from '../../petition/fields/fields.ts'
import { listFaults } from '../../petition/fields/validate.ts'
import type { FormMessage } from '../submit/form-message.ts'

type Props = {
  faults: Faults
  notice: FormMessage | null
  summary: Ref<HTMLDivElement>
  /** Brings a field to where it can be seen, and focuses it. */
  onFollow: (field: FieldName) => void
}

/**
 * What is wrong, at the top, with a link to every field. It takes the focus when it appears, because
 * a screen reader announces an alert only when it is added to a page that is already there.
 */
export function ErrorSummary({ faults, notice, summary, onFollow }: Props) {
  const listed = listFaults(faults)
  if (listed.length === 0 && !notice) return null
  const count = `还有 ${listed.length} 处要改`
  return (
    <div
      className="message is-alert"
      role="alert"
      tabIndex={-1}
      autoFocus
      ref={summary}
      aria-labelledby="summary-title"
    >
      <h2 id="summary-title">{notice?.title ?? count}</h2>
      {notice && <p>{notice.text}</p>}
      {notice && listed.length > 0 && <p>{`${count}：`}</p>}
      {listed.length > 0 && (
        <ul className="links">
          {listed.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  onFollow(field)
                }}
              >
                {`${fieldLabels[field]}：${message}`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Focusing alone scrolls the control to the very top, past its label and error. */
export function focusField(field: FieldName): void {
  const control = document.getElementById(field)
  control?.closest('.field')?.scrollIntoView()
  control?.focus({ preventScroll: true })
}
