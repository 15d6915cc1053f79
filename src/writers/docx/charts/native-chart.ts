/** A chart that Word draws itself, in place of its picture: whoever edits the report can restyle it and see its numbers. */
import {
  createTransformation,
  Drawing,
  type IContext,
  ImportedXmlComponent,
  type IXmlableObject,
  PackagePart,
  Run,
  XmlComponent,
} from 'docx'
import type { ChartData } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { clean } from '../text.js'
import { pixels } from '../units.js'
import { chartSpace } from './chart-space.js'
import { workbook } from './data-sheet.js'
import type { Size } from './plot.js'
import { shapeOf } from './shapes.js'

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Place extends Size {
  readonly name: string
  readonly title: string
  readonly alt: string
}

/** Draws a chart's numbers in a place as large as its picture's; null where Word cannot draw that kind. */
export type NativeChart = (data: ChartData, place: Place) => Run | null

/** `language`: of the words in the charts. */
export function nativeCharts(theme: Theme, language: string): NativeChart {
  return (data, place) => {
    const shape = shapeOf(data, theme)
    if (shape === null) return null
    const sheet = new PackagePart({
      folder: 'embeddings',
      name: 'Microsoft_Excel_Worksheet',
      extension: 'xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      relationshipType: `${RELATIONSHIPS}/package`,
      content: workbook(data),
    })
    const xml = chartSpace({ data, shape, size: place, theme, language, workbook: sheet.relationshipId })
    const part = new PackagePart({
      folder: 'charts',
      name: 'chart',
      extension: 'xml',
      contentType: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      relationshipType: `${RELATIONSHIPS}/chart`,
      content: new Referring(xml, sheet),
    })
    return drawn(part, place)
  }
}

class ChartRun extends Run {
  constructor(drawing: Drawing) {
    super({})
    this.root.push(drawing)
  }
}

function drawn(part: PackagePart, { width, height, name, title, alt }: Place): Run {
  const reference = `<c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${part.relationshipId}"/>`
  const transformation = createTransformation({ width: pixels(width), height: pixels(height) })
  return new ChartRun(
    new Drawing(
      { type: 'graphic', uri: CHART, transformation, content: new Referring(reference, part), lockAspectRatio: false },
      { docProperties: { name: clean(name), title: clean(title), description: clean(alt) } },
    ),
  )
}

/** XML that names a part: the part goes into the package when the XML is written. */
class Referring extends XmlComponent {
  private readonly content: ImportedXmlComponent

  constructor(
    xml: string,
    private readonly part: PackagePart,
  ) {
    super('')
    this.content = ImportedXmlComponent.fromXmlString(xml)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.part.addTo(context)
    return this.content.prepForXml(context)
  }
}
