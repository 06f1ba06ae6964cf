import { Box, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { useId, useState, type KeyboardEvent } from 'react'
import { styled } from 'styled-components'
import { matching, type Findable } from './match-choice'

type FindChoice = Findable & { wall?: string | null; reasons?: string[] }

type Props = {
  label: string
  choices: FindChoice[]
  /** What is chosen now; left away where each choice is taken at once. */
  value?: string | undefined
  placeholder: string
  hint?: string
  error?: string | undefined
  /** Something is chosen already; another may be. */
  optional?: boolean
  onPick: (name: string) => void
}

/** So many are listed; who types more sees the others. */
const listed = 40

const List = styled.ul`
  position: absolute;
  z-index: 4;
  inset-inline: 0;
  top: calc(100% + 4px);
  max-height: min(360px, 60vh);
  overflow-y: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`
const Option = styled.li<{ $active: boolean; $walled: boolean }>`
  padding: 10px 16px;
  cursor: ${({ $walled }) => ($walled ? 'not-allowed' : 'pointer')};
  background: ${({ theme, $active }) => ($active ? theme.colors.primary100 : 'transparent')};
`

/** Chooses one of many by any part of its name, or the first letters of how it is read. */
export function FindBox(props: Props) {
  const { label, choices, value, placeholder, hint, error, optional = false, onPick } = props
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const isOpen = typed !== null
  const found = matching(choices, typed ?? '').slice(0, listed)

  function pick(choice: FindChoice | undefined) {
    if (!choice || choice.wall) return
    setTyped(null)
    onPick(choice.name)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') return setTyped(null)
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      return pick(found[active])
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (!isOpen) setTyped('')
    else setActive((now) => Math.min(found.length - 1, Math.max(0, now + step)))
  }

  return (
    <Field.Root
      required={!optional}
      name={id}
      {...(hint ? { hint } : {})}
      {...(error ? { error } : {})}
    >
      <Field.Label>{label}</Field.Label>
      <Box position="relative" width="100%">
        <TextInput
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && found[active] ? `${id}-${active}` : undefined}
          placeholder={placeholder}
          value={typed ?? value ?? ''}
          onFocus={() => setActive(0)}
          onClick={() => typed === null && setTyped('')}
          onBlur={() => setTyped(null)}
          onKeyDown={press}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
        />
        {isOpen && (
          <List role="listbox" id={`${id}-list`} aria-label={label}>
            {found.map((choice, index) => (
              <Option
                key={choice.name}
                role="option"
                id={`${id}-${index}`}
                aria-selected={choice.name === value}
                aria-disabled={Boolean(choice.wall)}
                $active={index === active}
                $walled={Boolean(choice.wall)}
                // The field would lose the focus, and the list be gone, before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(choice)}
                onMouseEnter={() => setActive(index)}
                ref={(node) => {
                  if (index === active) node?.scrollIntoView({ block: 'nearest' })
                }}
              >
                <Typography
                  tag="p"
                  textColor={choice.wall ? 'neutral600' : 'neutral800'}
                  fontWeight={choice.reasons?.length ? 'semiBold' : 'regular'}
                >
                  {choice.name}
                </Typography>
                {choice.wall && (
                  <Typography tag="p" variant="pi" textColor="danger600">
                    {choice.wall}
                  </Typography>
                )}
                {choice.reasons && choice.reasons.length > 0 && (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {choice.reasons.join('；')}
                  </Typography>
                )}
              </Option>
            ))}
            {found.length === 0 && (
              <Flex padding={4}>
                <Typography textColor="neutral600">没有找到，请换一个说法。</Typography>
              </Flex>
            )}
          </List>
        )}
      </Box>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  )
}
