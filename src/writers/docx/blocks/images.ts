import { type IFloating, ImageRun } from 'docx'
import type { Picture } from '../../../document/index.js'
import { clean } from '../text.js'
import { pixels } from '../units.js'

interface Place {
  /** Points. */
  readonly width: number
  /** Name in Word's list of objects. */
  readonly name: string
  readonly title?: string
  /** Alternative text; empty for a picture that only decorates. */
  readonly alt: string
  /** Where it stands when it is not in line with text. */
  readonly floating?: IFloating
}

/** A picture in its own proportions, with its alternative text or marked as decorative. */
export function image(picture: Picture, { width, name, title, alt, floating }: Place): ImageRun {
  return new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width: pixels(width), height: pixels((width * picture.height) / picture.width) },
    altText: { name: clean(name), ...(title !== undefined && { title: clean(title) }), description: clean(alt) },
    decorative: alt === '',
    ...(floating !== undefined && { floating }),
  })
}
