/** What a CMS does with a block of HTML: it puts it into the page, whose scripts then run. */
import '../source.js';

const response = await fetch('snippet.html');
document.getElementById('app').append(document.createRange().createContextualFragment(await response.text()));
