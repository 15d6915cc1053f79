// What libraries do slowly, said faster as they are bundled, with the same results. Each of these texts must stand where it is expected, or
// the program is not compiled: another version of the library has to be looked at. What the docx library does is in mas-rapido-docx.mjs.
import { readFile } from 'node:fs/promises'
import { DOCX } from './mas-rapido-docx.mjs'

/** The folder beside the bundles with what was compressed when the program was built, by its level and the hash of what it was. */
export const DEFLATED = 'deflated'

/** The sum by which a ZIP file checks each of its own: Node has it. */
const CRC = {
  from: /for \(var n = 0; n < buf\.length; n\+\+\) \{[^}]*\}\n *return crc \^ -1;/u,
  to: 'return require("node:zlib").crc32(buf, previous >>> 0);',
}

/**
 * What is zipped compresses what is large once in a process: the fonts of a Word document are the same in each report, and most of the time.
 * Those of the program's own were compressed when it was built (aprender.mjs), and are looked for first.
 */
const LARGE = [
  {
    from: 'zlib.deflateRaw(buffer, {level:entry.compressionLevel}, function',
    to: 'deflatedOnce(buffer, {level:entry.compressionLevel}, function',
    needed: true,
  },
  {
    from: 'function ZipFile() {',
    to: `const deflatedBefore = new Map();
function deflatedOnce(buffer, options, done) {
  if (buffer.length < 1 << 16) return zlib.deflateRaw(buffer, options, done);
  const name = options.level + require("node:crypto").createHash("sha256").update(buffer).digest("hex");
  const known = deflatedBefore.get(name) ?? deflatedWhenBuilt(name);
  if (known !== undefined) {
    deflatedBefore.delete(name);
    deflatedBefore.set(name, known);
    return setImmediate(done, null, known);
  }
  zlib.deflateRaw(buffer, options, function(err, compressed) {
    if (!err) deflatedBefore.set(name, compressed);
    if (deflatedBefore.size > 16) deflatedBefore.delete(deflatedBefore.keys().next().value);
    done(err, compressed);
  });
}
function deflatedWhenBuilt(name) {
  try {
    return require("node:fs").readFileSync(require("node:path").join(__dirname, ${JSON.stringify(DEFLATED)}, name));
  } catch {}
}
function ZipFile() {`,
    needed: true,
  },
]

/** PDFKit's reader of pictures, which takes what is compressed a byte at a time. */
const PICTURES = [
  {
    from: /for \(i = 0; i < chunkSize; i\+\+\) \{\s*this\.imgData\.push\(this\.data\[this\.pos\+\+\]\);\s*\}/u,
    to: 'this.imgData.push(this.data.subarray(this.pos, this.pos + chunkSize));\n          this.pos += chunkSize;',
    needed: true,
  },
  { from: 'this.imgData = Buffer.from(this.imgData);', to: 'this.imgData = Buffer.concat(this.imgData);', needed: true },
]

/** What PDFKit makes of the bytes of a font or of a picture, which does not change: a process that stays open is given the same ones again. */
const OPENED = [
  {
    from: 'class PNGImage {',
    to: `const openedBefore = new WeakMap();
function opened(bytes, open) {
  const made = openedBefore.get(bytes) ?? open();
  openedBefore.set(bytes, made);
  return made;
}
class PNGImage {`,
    needed: true,
  },
  { from: 'this.image = new PNG(data);', to: 'this.image = opened(data, () => new PNG(data));', needed: true },
  { from: 'font = fontkit.create(src, family);', to: 'font = opened(src, () => fontkit.create(src, family));', needed: true },
]

/**
 * How PDFKit writes a file: a buffer for each line, which its stream is given one by one, and a list for each dictionary. A report has nine
 * thousand objects of three lines, and as many lines in its table.
 */
const LINES = [
  {
    from: /_write\(data\) \{\s*if \(!Buffer\.isBuffer\(data\)\) \{\s*data = Buffer\.from\(data \+ '\\n', 'binary'\);\s*\}\s*this\.push\(data\);\s*this\._offset \+= data\.length;\s*\}/u,
    to: `_write(data) {
    if (Buffer.isBuffer(data)) {
      this._pushLines();
      this.push(data);
      this._offset += data.length;
      return;
    }
    const line = data + '\\n';
    this._lines = (this._lines ?? '') + line;
    this._offset += line.length;
    if (this._lines.length > 1 << 16) this._pushLines();
  }
  _pushLines() {
    if (this._lines) this.push(Buffer.from(this._lines, 'binary'));
    this._lines = '';
  }`,
    needed: true,
  },
  {
    from: /this\._write\('%%EOF'\);\s*this\.push\(null\);/u,
    to: "this._write('%%EOF');\n    this._pushLines();\n    this.push(null);",
    needed: true,
  },
  {
    from: /const out = \['<<'\];\s*for \(let key in object\) \{\s*const val = object\[key\];\s*out\.push\(`\/\$\{key\} \$\{PDFObject\.convert\(val, encryptFn\)\}`\);\s*\}\s*out\.push\('>>'\);\s*return out\.join\('\\n'\);/u,
    to: "let out = '<<';\n      for (let key in object) out += '\\n/' + key + ' ' + PDFObject.convert(object[key], encryptFn);\n      return out + '\\n>>';",
    needed: true,
  },
]

/** What unpacks the tables of kinds of letters that a font is opened with, a bit at a time: Node does it. */
const TABLES = {
  from: /^function tinf_uncompress\(source, dest\) \{[\s\S]*?\n\}/mu,
  to: `function tinf_uncompress(source, dest) {
  const unpacked = require("node:zlib").inflateRawSync(source);
  dest.set(unpacked);
  return unpacked.length < dest.length ? dest.slice(0, unpacked.length) : dest;
}`,
  needed: true,
}

/** The plugin of the bundler that does it. */
export const masRapido = {
  name: 'mas-rapido',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/][^\\/]+\.mjs$/ }, async ({ path }) => {
      const name = path.replace(/^.*[\\/]/u, '')
      // A small entry of the library may do without a helper.
      const faster = DOCX.filter(({ files }) => files.test(name)).map((one) => ({ ...one, needed: one.files.source !== '.' }))
      return said(`docx/${name}`, await readFile(path, 'utf8'), faster)
    })
    build.onLoad({ filter: /[\\/]node_modules[\\/]buffer-crc32[\\/]dist[\\/]index\.cjs$/ }, async ({ path }) =>
      said('buffer-crc32', await readFile(path, 'utf8'), [{ ...CRC, needed: true }]),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]yazl[\\/]index\.js$/ }, async ({ path }) =>
      said('yazl', await readFile(path, 'utf8'), LARGE),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]pdfkit[\\/]js[\\/]pdfkit\.js$/ }, async ({ path }) =>
      said('pdfkit', await readFile(path, 'utf8'), [...OPENED, ...LINES]),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]tiny-inflate[\\/]index\.js$/ }, async ({ path }) =>
      said('tiny-inflate', await readFile(path, 'utf8'), [TABLES]),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]png-js[\\/]lib[\\/]png-js\.js$/ }, async ({ path }) =>
      said('png-js', await readFile(path, 'utf8'), PICTURES),
    )
  },
}

/** A file of a library with some of its texts in other words. */
function said(name, published, faster) {
  let contents = published
  for (const { from, to, needed } of faster) {
    if (typeof from === 'string' ? contents.includes(from) : from.test(contents)) contents = contents.replace(from, to)
    else if (needed) return { errors: [{ text: `${name} no longer says «${from}»: see scripts/compilar/mas-rapido*.mjs` }] }
  }
  return { contents, loader: 'js' }
}
