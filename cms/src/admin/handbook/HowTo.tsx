import type { ChapterName } from '@portal/content/schema/handbook'
import { Question } from '@strapi/icons'
import { styled } from 'styled-components'
import { DeskLink } from '../links/DeskLink'
import { chapterAddress } from './addresses'

const Help = styled(DeskLink)`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  min-height: 44px;
  font-size: 1.5rem;
`

/** 怎么用: the chapter about what this page is for, in a tab of its own, so that nothing typed here is left. @param about what this page is for, where several stand on one page */
export function HowTo({ chapter, about }: { chapter: ChapterName; about: string }) {
  return (
    <Help
      to={chapterAddress(chapter)}
      target="_blank"
      rel="noopener"
      aria-label={`怎么用：${about}`}
    >
      <Question aria-hidden /> 怎么用
    </Help>
  )
}
