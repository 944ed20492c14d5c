/* Zoom, pan, full screen and search in the pictures of sphinx-gitops. Pages have it with "gitops_script = True" alone. */
(() => {
  "use strict";

  const STEP = 1.25;
  const LEAST = 0.2;
  const MOST = 4;
  /* So far, in px, a pointer moves before a click becomes a pan. */
  const STILL = 4;
  /* An adopted sheet is part of the script: a Content-Security-Policy without inline styles lets it be. */
  const SHEET = `
.gitops-tools{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;margin:0 0 .5rem;font-size:.85rem;line-height:1.4}
.gitops-tools :is(button,input){box-sizing:border-box;min-height:2rem;min-width:2rem;margin:0;padding:.15rem .6rem;font:inherit;line-height:1.2;color:var(--gitops-stage-text);background:var(--gitops-stage-fill);border:1px solid var(--gitops-stage-stroke);border-radius:6px}
.gitops-tools button{cursor:pointer}
.gitops-tools button:hover{border-color:var(--gitops-stage-text)}
.gitops-tools :focus-visible{outline:3px solid var(--gitops-edge-stroke);outline-offset:1px}
.gitops-tools input{flex:0 1 14rem;width:auto;margin-inline-start:auto}
.gitops-tools output{min-width:5rem;font-variant-numeric:tabular-nums}
.gitops-zoomed .gitops-diagram{overflow:auto;max-height:85vh;cursor:grab;touch-action:pan-x pan-y;mask-image:none;animation:none}
.gitops-zoomed .gitops-diagram.gitops-panning{cursor:grabbing;user-select:none}
.gitops-unfound{opacity:.2}
.gitops-found .gitops-shape{filter:drop-shadow(0 0 3px var(--gitops-edge-stroke))}
.gitops-current{outline:3px solid var(--gitops-edge-stroke);outline-offset:1px;border-radius:4px}
.gitops-picture:fullscreen{display:flex;flex-direction:column;box-sizing:border-box;padding:1rem;background:var(--gitops-stage-fill)}
.gitops-picture:fullscreen .gitops-diagram{flex:1;min-height:0;max-height:none;overflow:auto}
@media print{.gitops-tools{display:none}}
`;

  const made = (tag, attributes, text = "") => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };

  class Viewer {
    constructor(frame) {
      this.frame = frame;
      this.box = frame.querySelector(".gitops-diagram");
      this.svg = this.box.querySelector("svg");
      this.words = JSON.parse(frame.dataset.gitopsWords);
      this.name = this.svg.getAttribute("aria-label") || this.svg.querySelector("title").textContent;
      this.parts = [...this.svg.querySelectorAll("a.gitops-node, a.gitops-title")];
      this.found = [];
      this.current = -1;
      if (!this.box.hasAttribute("tabindex")) {
        for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", this.name]]) {
          this.box.setAttribute(name, value);
        }
      }
      frame.insertBefore(this.tools(), this.box);
      this.listen();
    }

    /* The row of buttons, the search and what it found. */
    tools() {
      const row = made("div", { class: "gitops-tools", role: "toolbar", "aria-label": `${this.words.tools}: ${this.name}` });
      const button = (sign, label, act) => {
        const one = made("button", { type: "button", "aria-label": label, title: label }, sign);
        one.addEventListener("click", act);
        row.append(one);
        return one;
      };
      button("\u2212", this.words.out, () => this.zoom(1 / STEP));
      button("+", this.words.in, () => this.zoom(STEP));
      button(this.words.fit, this.words.whole, () => this.fit());
      if (document.fullscreenEnabled) {
        const full = button(this.words.full, this.words.full, () => this.toggle());
        this.frame.addEventListener("fullscreenchange", () => {
          const words = document.fullscreenElement === this.frame ? this.words.leave : this.words.full;
          full.textContent = words;
          full.setAttribute("aria-label", words);
          full.title = words;
          this.fit();
        });
      }
      this.field = made("input", { type: "search", placeholder: this.words.search, "aria-label": this.words.search });
      this.said = made("output", { role: "status" });
      row.append(this.field, this.said);
      return row;
    }

    listen() {
      this.box.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      this.box.addEventListener("touchstart", (event) => this.pinch(event), { passive: true });
      this.box.addEventListener("touchmove", (event) => this.spread(event), { passive: false });
      this.box.addEventListener("pointerdown", (event) => this.pan(event));
      this.box.addEventListener("dragstart", (event) => event.preventDefault());
      this.box.addEventListener("keydown", (event) => this.key(event));
      this.field.addEventListener("input", () => this.search());
      this.field.addEventListener("keydown", (event) => this.choose(event));
    }

    get scale() {
      return this.svg.getBoundingClientRect().width / this.svg.viewBox.baseVal.width;
    }

    /* Show the picture larger or smaller, so that what is at a point of the window, else in the middle, stays there. */
    zoom(factor, at = null) {
      const box = this.box.getBoundingClientRect();
      const [x, y] = at ? [at[0] - box.left, at[1] - box.top] : [box.width / 2, box.height / 2];
      const before = this.scale;
      const after = Math.min(MOST, Math.max(LEAST, before * factor));
      const [left, top] = [(this.box.scrollLeft + x) / before, (this.box.scrollTop + y) / before];
      this.frame.classList.add("gitops-zoomed");
      const size = { width: `${this.svg.viewBox.baseVal.width * after}px`, minWidth: "0", maxWidth: "none" };
      Object.assign(this.svg.style, size);
      this.box.scrollTo(left * after - x, top * after - y);
    }

    /* The picture as the page shows it; in full screen as large as the screen. */
    fit() {
      this.frame.classList.remove("gitops-zoomed");
      Object.assign(this.svg.style, { width: "", minWidth: "", maxWidth: "" });
      if (document.fullscreenElement === this.frame) {
        const { width, height } = this.svg.viewBox.baseVal;
        const room = Math.min(this.box.clientWidth / width, this.box.clientHeight / height);
        this.zoom(room / this.scale);
      }
    }

    toggle() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.frame.requestFullscreen();
    }

    wheel(event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 300), [event.clientX, event.clientY]);
    }

    /* The distance of two fingers, and the point between them. */
    fingers(event) {
      const [a, b] = event.touches;
      const between = [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];
      return [Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), between];
    }

    pinch(event) {
      this.apart = event.touches.length === 2 ? this.fingers(event)[0] : 0;
    }

    spread(event) {
      if (event.touches.length !== 2 || !this.apart) return;
      event.preventDefault();
      const [apart, between] = this.fingers(event);
      this.zoom(apart / this.apart, between);
      this.apart = apart;
    }

    /* Drag with a mouse or a pen; a finger scrolls by itself. The click that ends it follows no link. */
    pan(event) {
      if (event.button !== 0 || event.pointerType === "touch") return;
      const start = [event.clientX, event.clientY, this.box.scrollLeft, this.box.scrollTop];
      let moved = false;
      const move = (to) => {
        const [x, y] = [to.clientX - start[0], to.clientY - start[1]];
        moved = moved || Math.hypot(x, y) > STILL;
        if (!moved) return;
        this.box.classList.add("gitops-panning");
        this.box.scrollTo(start[2] - x, start[3] - y);
      };
      const end = () => {
        window.removeEventListener("pointermove", move);
        this.box.classList.remove("gitops-panning");
        if (!moved) return;
        const stop = (click) => click.preventDefault();
        this.box.addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => this.box.removeEventListener("click", stop, { capture: true }));
      };
      window.addEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, end, { once: true });
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = {
        "+": () => this.zoom(STEP),
        "=": () => this.zoom(STEP),
        "-": () => this.zoom(1 / STEP),
        0: () => this.fit(),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }

    /* Keep what has the words in its title, kind or stage, and fade the rest. */
    search() {
      const asked = this.field.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
      const has = (part) => {
        const text = `${part.getAttribute("aria-label") || ""} ${part.textContent}`.toLocaleLowerCase();
        return asked.every((word) => text.includes(word));
      };
      this.found = asked.length ? this.parts.filter(has) : [];
      for (const part of this.parts) {
        part.classList.toggle("gitops-found", this.found.includes(part));
        part.classList.toggle("gitops-unfound", asked.length > 0 && !this.found.includes(part));
      }
      this.said.value = asked.length ? this.words.found.replace("{count}", this.found.length) : "";
      this.step(0);
    }

    /* Ring one of what was found, and bring it into view. */
    step(to) {
      for (const part of this.parts) part.classList.remove("gitops-current");
      this.current = this.found.length ? (to + this.found.length) % this.found.length : -1;
      if (this.current < 0) return;
      const part = this.found[this.current];
      part.classList.add("gitops-current");
      part.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    choose(event) {
      const act = {
        ArrowDown: () => this.step(this.current + 1),
        ArrowUp: () => this.step(this.current - 1),
        Enter: () => this.current >= 0 && this.found[this.current].focus(),
        Escape: () => {
          this.field.value = "";
          this.search();
        },
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (const frame of document.querySelectorAll(".gitops-picture[data-gitops-words]")) new Viewer(frame);
})();
