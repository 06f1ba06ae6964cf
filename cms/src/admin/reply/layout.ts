import { styled } from 'styled-components'

/** Two columns on a desk, each scrolling by itself; one on a telephone, the petition folded above. */
export const Columns = styled.div`
  display: grid;
  gap: 24px;
  align-items: start;
  @media (min-width: 1080px) {
    grid-template-columns: minmax(320px, 5fr) minmax(480px, 7fr);
    height: calc(100vh - 168px);

    & > * {
      height: 100%;
      overflow-y: auto;
    }
  }
`

/** What is done with the page, in sight wherever one is on it. */
export const Actions = styled.div`
  position: sticky;
  bottom: -24px;
  z-index: 1;
  margin: 0 -28px -24px;
  padding: 14px 28px;
  background: ${({ theme }) => theme.colors.neutral0};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  @media (max-width: 1079px) {
    bottom: 0;
  }
  @media (max-width: 600px) {
    margin: 0 -16px -16px;
    padding: 12px 16px;
  }
`

/** A way back, large enough for a thumb. */
export const Back = styled.p`
  font-size: 1.5rem;
  line-height: 2.8rem;
`
