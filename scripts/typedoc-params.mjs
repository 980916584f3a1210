/**
 * A plug-in for TypeDoc. The methods of upsdk are properties, whose `@param` tags name fields of the one parameter.
 * TypeDoc would look for parameters with these names, so this turns the tags into a list.
 *
 * @import { Application, Comment, CommentTag } from 'typedoc'
 */
import { Converter, ReflectionKind } from 'typedoc'

/** @param {Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { comment } of project.getReflectionsByKind(ReflectionKind.Property | ReflectionKind.Method)) {
      if (comment) listParams(comment)
    }
  })
}

/** @param {Comment} comment */
function listParams(comment) {
  const tags = comment.getTags('@param')
  if (!tags.length) return
  comment.removeTags('@param')
  comment.summary.push({ kind: 'text', text: '\n\nParameters:\n' })
  for (const tag of tags) comment.summary.push(...itemOf(tag))
}

/**
 * Makes an item of the list. `@param longitude, latitude degrees` names two fields.
 *
 * @param {CommentTag} tag
 */
function itemOf({ name = '', content }) {
  const [first, ...rest] = content
  const words = `${name} ${first?.kind === 'text' ? first.text : ''}`.split(' ')
  const names = []
  do names.push(words.shift() || '')
  while (names.at(-1)?.endsWith(','))
  const list = names.map((one) => `\`${one.replace(',', '')}\``).join(', ')
  return [
    { kind: 'text', text: `\n- ${list}: ${words.join(' ')}` },
    ...(first?.kind === 'text' ? rest : content),
  ]
}
