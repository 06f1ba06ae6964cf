import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useField } from '@strapi/strapi/admin'
import { forwardRef, useEffect, useRef, useState } from 'react'
import { isOwn, picturesIn } from '../../writing/markdown/pictures.ts'
import { Editor } from './Editor'

type Props = {
  name: string
  label: string
  hint?: string
  required?: boolean
  disabled?: boolean
  attribute?: { options?: { rows?: number } }
}

const unshown = '这段文字里有编辑器显示不了的写法，先按原样列在下面，一个字也没有少。'
const foreign =
  '文中有媒体库以外的图片，网站不会显示。请删去 ![…](…) 这一处，再用“插入图片”按钮放进来。'

function Silent({ text }: { text: string }) {
  const silent = picturesIn(text).filter((picture) => isOwn(picture) && !picture.alt).length
  if (silent === 0) return null
  return (
    <Typography variant="pi" textColor="warning700" role="status">
      有 {silent} 张图片还没有替代文字，暂时不能发布：点图片右上角的齿轮填写。
    </Typography>
  )
}

/** A text that staff edit as it will look; what cannot be shown so is edited as plain text. */
const MarkdownInput = forwardRef<HTMLDivElement, Props>(
  ({ name, label, hint, required, disabled = false, attribute }, ref) => {
    const { value, error, onChange } = useField<string | null>(name)
    const text = value ?? ''
    const known = useRef(text)
    const [version, setVersion] = useState(0)
    const [plain, setPlain] = useState<string | null>(null)
    const rows = attribute?.options?.rows ?? 14
    const hasForeign = text.includes('![') && picturesIn(text).some((picture) => !isOwn(picture))
    const reason = plain ?? (hasForeign ? foreign : null)

    function change(next: string) {
      known.current = next
      onChange(name, next)
    }

    // Another entry, a version brought back, a Word file: the editor begins anew.
    useEffect(() => {
      if (text === known.current) return
      known.current = text
      setPlain(null)
      setVersion((last) => last + 1)
    }, [text])

    return (
      <Field.Root name={name} error={error} hint={hint} required={required} ref={ref}>
        <Field.Label>{label}</Field.Label>
        {reason ? (
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Typography variant="pi" textColor="warning700">
              {reason}
            </Typography>
            <Textarea
              aria-label={label}
              rows={rows}
              value={text}
              disabled={disabled}
              onChange={(event) => {
                setPlain(reason)
                change(event.target.value)
              }}
            />
            {!disabled && !hasForeign && (
              <Flex>
                <Button
                  variant="tertiary"
                  onClick={() => {
                    setPlain(null)
                    setVersion(version + 1)
                  }}
                >
                  改好了，回到所见即所得
                </Button>
              </Flex>
            )}
          </Flex>
        ) : (
          <Editor
            key={version}
            label={label}
            rows={rows}
            text={text}
            invalid={Boolean(error)}
            disabled={disabled}
            onText={change}
            onUnshown={() => setPlain(unshown)}
          />
        )}
        <Silent text={text} />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    )
  },
)
MarkdownInput.displayName = 'MarkdownInput'

export default MarkdownInput
