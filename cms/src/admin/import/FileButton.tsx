import { Button } from '@strapi/design-system'
import { useRef } from 'react'

type Props = {
  label: string
  /** File endings, as an input takes them. */
  accept: string
  busy: boolean
  disabled?: boolean
  fullWidth?: boolean
  onFile: (file: File) => void
}

/** A button that asks for a file. */
export function FileButton({ label, accept, busy, disabled, fullWidth, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file can be chosen again after it was mended.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        type="button"
        variant="secondary"
        fullWidth={fullWidth}
        loading={busy}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}
