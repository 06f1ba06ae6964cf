import { Button, Flex } from '@strapi/design-system'
import { Cross, Search } from '@strapi/icons'
import type { ReactNode, RefObject } from 'react'
import { styled } from 'styled-components'
import { longestQuestion } from '../../contracts/cases/queue.ts'
import { useHeldState } from '../saving/use-held-state'

const Form = styled.form`
  button {
    min-height: 44px;
  }
`

const Box = styled.div`
  position: relative;
  flex: 1 1 280px;
  min-width: 0;

  svg {
    position: absolute;
    top: 14px;
    left: 14px;
    fill: ${({ theme }) => theme.colors.neutral500};
  }

  input {
    width: 100%;
    height: 44px;
    padding: 0 14px 0 40px;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 16px;
  }

  input::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }
`

type Props = {
  q: string
  input: RefObject<HTMLInputElement>
  onSearch: (q: string) => void
  children: ReactNode
}

/** The search of the queue; what is typed stays until it is searched for, also when the page is laid out anew. */
export function QueueSearch({ q, input, onSearch, children }: Props) {
  const [draft, setDraft] = useHeldState('queue search', { q, typed: q })
  // What was begun for another search, before going back say, is over.
  const typed = draft.q === q ? draft.typed : q
  const setTyped = (next: string) => setDraft({ q, typed: next })
  return (
    <Form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim())
      }}
    >
      <Flex gap={2} wrap="wrap">
        <Box>
          <Search aria-hidden />
          <input
            ref={input}
            type="search"
            aria-label="搜索办件"
            placeholder="编号、姓名、电话、单位、词句"
            autoComplete="off"
            maxLength={longestQuestion}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
              // The browser would empty the box, beside a list that still is of the words.
              event.preventDefault()
              event.currentTarget.blur()
            }}
          />
        </Box>
        <Button type="submit" size="L">
          搜索
        </Button>
        {q !== '' && (
          <Button
            size="L"
            variant="tertiary"
            startIcon={<Cross aria-hidden />}
            onClick={() => onSearch('')}
          >
            清除搜索
          </Button>
        )}
        {children}
      </Flex>
    </Form>
  )
}
