import { Typography } from '@strapi/design-system'
import { Link } from 'react-router-dom'
import { styled } from 'styled-components'
import type { QueueCount, QueueTab } from '../../contracts/cases/queue.ts'

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`

const TabLink = styled(Link)<{ $late: boolean }>`
  display: flex;
  align-items: baseline;
  gap: 8px;
  min-height: 44px;
  padding: 10px 14px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  font-variant-numeric: tabular-nums;

  strong {
    font-size: 14px;
    font-weight: 600;
    color: ${({ theme, $late }) => ($late ? theme.colors.danger600 : 'inherit')};
  }

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 -3px 0 ${({ theme }) => theme.colors.primary600};
  }
`

type Props = {
  tabs: QueueCount[]
  current: QueueTab
  addressOf: (tab: QueueTab) => string
  /** Of the links: with it the search goes along. */
  state: unknown
}

/** The parts of the queue with how many cases each has. */
export function QueueTabs({ tabs, current, addressOf, state }: Props) {
  return (
    <nav aria-label="办件分栏">
      <List>
        {tabs.map(({ tab, name, count }) => (
          <li key={tab}>
            <TabLink
              to={addressOf(tab)}
              state={state}
              $late={tab === 'late' && count > 0}
              aria-current={tab === current ? 'page' : undefined}
            >
              <Typography fontWeight={tab === current ? 'bold' : 'regular'} textColor="inherit">
                {name}
              </Typography>
              <strong>{count.toLocaleString('zh-CN')}</strong>
            </TabLink>
          </li>
        ))}
      </List>
    </nav>
  )
}
