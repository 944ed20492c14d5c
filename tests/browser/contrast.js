// Measures every text, stroke and arrow of our figures against what it lies on; returns [what, ratio, least] for each.
() => {
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const plain = (text) => { // themes write oklch() and the like
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
  };
  const colour = (written) => {
    const text = /^rgba?\(/.test(written) ? written : plain(written);
    const parts = (text.match(/[\d.]+/g) || []).map(Number);
    return parts.length === 3 ? [...parts, 1] : parts;
  };
  const luminance = (parts) => {
    const [r, g, b] = parts.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const look = (element) => getComputedStyle(element);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const behind = look(at).backgroundColor;
      if (colour(behind)[3] === 1) return behind;
    }
    return "rgb(255, 255, 255)";
  };
  const seen = (text, behind) => {
    const share = Number(look(text).fillOpacity), over = colour(look(text).fill), below = colour(behind);
    return `rgb(${over.slice(0, 3).map((value, at) => value * share + below[at] * (1 - share)).join(", ")})`;
  };
  const found = [];
  const note = (what, one, other, least) => found.push([what, Math.round(ratio(one, other) * 100) / 100, least]);
  const paints = (element) => ["fill", "stroke"].map((side) => look(element)[side]).filter((paint) => paint !== "none");

  for (const svg of document.querySelectorAll("svg.gitops-svg")) {
    const page = ground(svg.parentElement);
    const boxes = [...svg.querySelectorAll(".gitops-stage,.gitops-group")].map((box) => ({ box, at: box.getBBox() }));
    const under = (x, y, self) => {
      const around = boxes.filter(({ box, at }) =>
        box !== self && x >= at.x && x <= at.x + at.width && y >= at.y && y <= at.y + at.height);
      around.sort((a, b) => a.at.width * a.at.height - b.at.width * b.at.height);
      return around.length ? look(around[0].box).fill : page;
    };
    for (const { box, at } of boxes) {
      note("box outside", look(box).stroke, under(at.x + at.width / 2, at.y, box), 3);
      note("box inside", look(box).stroke, look(box).fill, 3);
    }
    for (const node of svg.querySelectorAll(".gitops-node")) {
      const shape = node.querySelector(".gitops-shape"), at = shape.getBBox();
      note("outline", look(shape).stroke, under(at.x + at.width / 2, at.y + at.height / 2), 3);
      for (const text of node.querySelectorAll("text")) note("title: " + text.textContent, seen(text, look(shape).fill), look(shape).fill, 4.5);
      for (const mark of node.querySelectorAll(".gitops-mark")) note("mark", paints(mark)[0], look(shape).fill, 3);
      for (const glyph of node.querySelectorAll(".gitops-glyph")) note("glyph", paints(glyph)[0], look(glyph.previousElementSibling).fill, 3);
    }
    for (const text of svg.querySelectorAll(".gitops-title text,.gitops-label text")) {
      const at = text.getBBox();
      note("halo: " + text.textContent, look(text).fill, look(text).stroke, 4.5);
      const behind = under(at.x + at.width / 2, at.y + at.height / 2);
      note("text: " + text.textContent, seen(text, behind), behind, 4.5);
    }
    for (const flow of svg.querySelectorAll(".gitops-flow")) {
      for (const part of flow.querySelectorAll("path")) {
        for (let far = 0; far <= part.getTotalLength(); far += 6) {
          const { x, y } = part.getPointAtLength(far);
          note("arrow", paints(part)[0], under(x, y), 3);
        }
      }
    }
  }
  for (const sign of document.querySelectorAll("svg.gitops-sign")) {
    for (const part of sign.querySelectorAll("path,rect,circle")) {
      if (part.matches(".gitops-glyph")) {
        note("glyph", paints(part)[0], look(part.previousElementSibling).fill, 3);
        continue;
      }
      const stroke = look(part).stroke === "none" ? look(part).fill : look(part).stroke;
      note("sign", stroke, ground(sign.parentElement), 3);
    }
  }
  const words = "figure.gitops-workflow figcaption,.gitops-outline-body,details.gitops-outline";
  for (const part of document.querySelectorAll(words)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      // Links and their signs have the theme's colours, except where the ground is ours.
      const theirs = holder.closest("svg,.headerlink") || (holder.closest("a") && !holder.closest(":target"));
      if (walker.currentNode.textContent.trim() && !theirs && holder.checkVisibility()) {
        note("words: " + walker.currentNode.textContent.trim(), look(holder).color, ground(holder), 4.5);
      }
    }
  }
  return found;
}
