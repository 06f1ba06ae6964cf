import { Box, Flex, Typography } from '@strapi/design-system'
import { Page } from '@strapi/strapi/admin'
import type { ChapterName } from '@portal/content/schema/handbook'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import { HowTo } from '../handbook/HowTo'
import { DeskLink } from '../links/DeskLink'

/** A way back, large enough for a thumb. */
const Back = styled.p`
  font-size: 1.5rem;
  line-height: 2.4rem;

  a {
    display: inline-block;
    padding: 10px 0;
    margin: -10px 0;
  }
`
/** What can be done with the page: links as large as its other words, and as easy to touch. */
const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  align-items: center;
  font-size: 1.5rem;
  line-height: 2.4rem;

  > ${DeskLink} {
    display: inline-block;
    padding: 10px 0;
  }
`
const Title = styled.h1`
  font-size: 2.8rem;
  font-weight: 700;
  line-height: 1.3;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};

  @media (max-width: 600px) {
    font-size: 2.4rem;
  }
`

type Props = {
  title: string
  /** What the browser calls the page, where that is more than its title. */
  called?: string
  /** The page above this one, and what leads there: 全部办件. */
  back?: { to: string; words: string }
  /** What can be done with the whole page. */
  actions?: ReactNode
  /** The chapter of the handbook that is about this page. */
  help?: ChapterName
  children: ReactNode
}

/** A page of the desk: the way back, its title, what can be done with it, and under that what it is about. */
export function DeskPage({ title, called, back, actions, help, children }: Props) {
  return (
    <Page.Main>
      <Page.Title>{called ?? title}</Page.Title>
      <Box padding={{ initial: 4, medium: 6, large: 8 }}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex direction="column" alignItems="stretch" gap={2}>
            {back && (
              <Back>
                <DeskLink to={back.to}>{`← ${back.words}`}</DeskLink>
              </Back>
            )}
            <Flex justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
              <Title>{title}</Title>
              {(actions || help) && (
                <Actions>
                  {actions}
                  {help && <HowTo chapter={help} about={title} />}
                </Actions>
              )}
            </Flex>
          </Flex>
          {children}
        </Flex>
      </Box>
    </Page.Main>
  )
}

/** What the desk's pages lead back to. */
export const backWords = { queue: '全部办件', case: '回到这一件' } as const

/** Said in the place of a page that could not be read, or is not read yet. */
export function DeskNotice({ words, isFault }: { words: string; isFault?: boolean }) {
  return (
    <Page.Main>
      <Box padding={{ initial: 4, medium: 6, large: 8 }}>
        <Typography
          role={isFault ? 'alert' : 'status'}
          textColor={isFault ? 'danger600' : 'neutral700'}
        >
          {words}
        </Typography>
      </Box>
    </Page.Main>
  )
}
