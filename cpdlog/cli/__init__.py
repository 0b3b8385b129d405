"""Floor 6: the commands."""

import click

from cpdlog import __version__
from cpdlog.cli.app import App
from cpdlog.cli.tree import Group, Lazy

GOAL = Group(
    "goal",
    help="Keep the goals of your Personal Development Plan (PDP).",
    short_help="Keep the goals of your Personal Development Plan",
    table={
        "add": Lazy("goal.add:add", "Add a goal to the plan"),
        "list": Lazy("goal.show:list_goals", "List the open goals and where they stand"),
        "show": Lazy("goal.show:show", "Show one goal with its actions and evidence"),
        "edit": Lazy("goal.edit:edit", "Open a goal in the editor, also one that cannot be read"),
        "set": Lazy("goal.edit:set_keys", "Change keys of a goal, and nothing else in its file"),
        "rename": Lazy(
            "goal.edit:rename", "Give a goal another id; the entries that serve it follow"
        ),
        "action": Lazy("goal.close:action", "Add an action point to a goal"),
        "review": Lazy(
            "goal.close:review", "Note what a look at a goal brought, with its day and who said it"
        ),
        "done": Lazy("goal.close:done", "Close a goal that is reached"),
        "drop": Lazy("goal.close:drop", "Close a goal that is given up, with the reason"),
        "check": Lazy("goal.show:check", "Say what makes goals hard to measure"),
    },
    aliases={"ls": "list", "new": "add"},
)
PROGRAMME = Group(
    "programme",
    help="Follow structured programmes such as 23 Things.",
    short_help="Follow structured programmes such as 23 Things",
    table={
        "list": Lazy(
            "programme.show:list_programmes",
            "List programmes: those that are begun, and those that come with cpdlog",
        ),
        "show": Lazy(
            "programme.show:show",
            "Show a programme's items, with what to do and what to reflect on",
        ),
        "start": Lazy(
            "programme.start:start",
            "Begin a programme: copy it into the journal, shift its days and make its goal",
        ),
        "status": Lazy(
            "programme.show:status",
            "Show where programmes stand: what is next, and what there is to catch up on",
        ),
        "skip": Lazy("programme.start:skip", "Leave out an item of a programme, with the reason"),
    },
    aliases={"ls": "list"},
)
REQUIREMENT = Group(
    "requirement",
    help="See what professional bodies ask for, and where you stand.",
    short_help="See what professional bodies ask for, and where you stand",
    table={
        "list": Lazy(
            "requirement.show:list_rules",
            "List bodies' rules: those that come with cpdlog, and the journal's own",
        ),
        "show": Lazy(
            "requirement.show:show",
            "Show what a body asks for, from where that is known, and what is left to judge",
        ),
        "use": Lazy("requirement.use:use", "Take a body's rules into use"),
        "status": Lazy(
            "requirement.status:status",
            "Show where you stand with bodies' rules, what is missing and by when",
        ),
        "diff": Lazy(
            "requirement.show:diff",
            "Compare the journal's copy of rules with those that come with cpdlog",
        ),
        "check": Lazy(
            "requirement.show:check", "Look for faults in a file of rules, for its author"
        ),
    },
    aliases={"ls": "list"},
)
SKILLS = Group(
    "skills",
    help="Rate yourself by a framework of skills, and see what changed and what a job asks for.",
    short_help="Rate yourself by a framework of skills",
    table={
        "rate": Lazy("skills.rate:rate", "Rate yourself by a framework, section by section"),
        "show": Lazy("skills.show:show", "Show your latest ratings, with what a job asks for"),
        "diff": Lazy(
            "skills.show:diff", "Show which ratings changed, from one snapshot to the latest"
        ),
        "gaps": Lazy(
            "skills.show:gaps", "Show what a job asks for beyond your ratings, as goals to add"
        ),
    },
)
FRAMEWORK = Group(
    "framework",
    help="Look at frameworks of skills, and bring your own copy of one.",
    short_help="Look at frameworks of skills",
    table={
        "list": Lazy(
            "framework.show:list_frameworks",
            "List frameworks of skills: those that come with cpdlog, and the journal's own",
        ),
        "show": Lazy("framework.show:show", "Show a framework's sections and its scale"),
        "import": Lazy(
            "framework.importing:import_framework",
            "Import a member's own copy of a framework from a CSV file",
        ),
    },
    aliases={"ls": "list"},
)
TEMPLATE = Group(
    "template",
    help="Look at the reflection models that entries can follow.",
    short_help="Look at reflection models",
    table={
        "list": Lazy(
            "template:list_templates", "List the reflection models, the journal's own among them"
        ),
        "show": Lazy(
            "template:show", "Show a model's headings and prompts, as a new entry gets them"
        ),
        "new": Lazy("template_new:new", "Write a reflection model of your own into the journal"),
    },
    aliases={"ls": "list"},
)
TABLE: dict[str, Lazy | click.Command] = {
    "init": Lazy("init:init", "Make a journal"),
    "new": Lazy("new:new", "Write an entry and print its path"),
    "reflect": Lazy("reflect:reflect", "Reflect on an entry, question by question"),
    "list": Lazy("listing:list_entries", "List entries, newest first"),
    "search": Lazy("search:search", "Find entries by what they say, the best first"),
    "show": Lazy("show:show", "Show one entry"),
    "edit": Lazy("edit:edit", "Open an entry in the editor, also one that cannot be read"),
    "set": Lazy("edit:set_keys", "Change keys of an entry, and nothing else in its file"),
    "rename": Lazy("edit:rename", "Give an entry another title and file name"),
    "remove": Lazy("remove:remove", "Remove an entry; it can be brought back"),
    "undo": Lazy("undo:undo", "Take back the last change that cpdlog committed, by a new commit"),
    "restore": Lazy("undo:restore", "Bring back an entry that was removed"),
    "history": Lazy("history:history", "Show the changes of an entry or goal, the latest first"),
    "tick": Lazy("tick:tick", "Tick an action point or follow-up"),
    "goal": GOAL,
    "next": Lazy("next:what_next", "Say what to do next, the most urgent first"),
    "plan": Lazy("plan:show_plan", "Show the whole Personal Development Plan as one document"),
    "review": Lazy("review:look_back", "Look back on a period in a new entry"),
    "report": Lazy("report:report", "Report progress against the goals"),
    "programme": PROGRAMME,
    "requirement": REQUIREMENT,
    "skills": SKILLS,
    "framework": FRAMEWORK,
    "template": TEMPLATE,
    "check": Lazy("check:check", "Look for faults in every file"),
    "sync": Lazy(
        "sync:sync", "Bring the journal and its copy in another git repository to the same state"
    ),
    "resolve": Lazy("sync:resolve", "Say that what both sides of a sync changed is settled"),
    "doctor": Lazy("doctor:doctor", "Show versions, places and settings"),
    "schema": Lazy("schema:schema", "Print the JSON Schema of an answer"),
    "completion": Lazy("completion:completion", "Print a shell's completion script"),
}
EXIT_CODES = (
    (0, "done, an empty list too"),
    (1, "failed or declined"),
    (2, "wrong usage; nothing was written"),
    (3, "the journal has faults"),
    (4, "no such journal, entry, goal or repository"),
    (5, "the file cannot be edited, or was changed meanwhile"),
    (6, "git failed; the files are safe"),
    (7, "report --fail-if found such"),
    (130, "interrupted"),
    (141, "the reader of a pipe has gone"),
)


@click.pass_context
def status(ctx: click.Context) -> None:
    """Show where things stand, or help where there is no journal."""
    from cpdlog.cli.run import end_in_order

    end_in_order()
    if ctx.invoked_subcommand:
        return
    app = ctx.ensure_object(App)
    if not app.has_journal:
        click.echo(f"{ctx.get_help()}\n\n{FIRST_STEPS}")
        return
    from cpdlog.cli.report import show_status

    show_status(app)


FIRST_STEPS = """\
There is no journal here yet. Three first commands:
  cpdlog init ~/cpd --default
  cpdlog goal add "Visit five libraries" --target "5 visits" --due eoy
  cpdlog new "Law library visit" -H 2h -g visit"""


def tell_version(ctx: click.Context, _: click.Parameter, wanted: object) -> None:
    """Print the version; `__main__` does so without click where nothing else is typed."""
    if wanted:
        click.echo(f"cpdlog {__version__}")
        ctx.exit()


cli = Group(
    "cpdlog",
    callback=status,
    invoke_without_command=True,
    help="Keep a CPD journal: write reflections, keep goals, see how far each has come.",
    params=[
        click.Option(
            ["--version", "-V"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=tell_version,
            help="Show the version and exit.",
        )
    ],
    epilog="Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES) + ".",
    table=TABLE,
    aliases={"ls": "list", "add": "new", "rm": "remove"},
)
