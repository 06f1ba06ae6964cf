/** Lists that a case has gathered: the content manager asks for an input, and the page of the case shows them. */
export default function CasePart() {
  return null
}
