# The components joined to libraries, each static and shared: the core, libsidetal, of all components that name no other, and one for
# each LIBRARY that components name (cmake/SidetalBuild.cmake), so that who embeds the core gets nothing of the others.
#
#   library   targets in the build                  found installed by                     as
#   core      sidetal_static, sidetal_shared        find_package(sidetal)                  sidetal::sidetal; with COMPONENTS static sidetal::static
#   NAME      sidetal_NAME_static, …_shared         find_package(sidetal COMPONENTS NAME)  sidetal::NAME; with static sidetal::NAME-static
#
# In this build, and in a project that adds it by add_subdirectory(), sidetal::sidetal and sidetal::NAME are the static ones, so that programs
# run from where they were built; sidetal::shared and sidetal::NAME-shared are the others.

# Of these there is nothing to link: who builds with the installed library need not have them.
set_property(GLOBAL PROPERTY SIDETAL_HEADER_ONLY Boost::headers nlohmann_json::nlohmann_json)
# Projects that add this one have libraries made too, and do not see our variables.
set_property(GLOBAL PROPERTY SIDETAL_PACKAGE_DIR "${CMAKE_CURRENT_LIST_DIR}")
set_property(GLOBAL PROPERTY SIDETAL_LIBRARY_VERSION ${PROJECT_VERSION})

# sidetal_library_names(LIBRARY TARGET FILE): how its targets' names and its files' names begin.
function(sidetal_library_names LIBRARY TARGET FILE)
  if(LIBRARY STREQUAL "core")
    set(${TARGET} sidetal PARENT_SCOPE)
    set(${FILE} sidetal PARENT_SCOPE)
  else()
    set(${TARGET} sidetal_${LIBRARY} PARENT_SCOPE)
    set(${FILE} sidetal-${LIBRARY} PARENT_SCOPE)
  endif()
endfunction()

# sidetal_library_parts(LIBRARY OBJECTS LINKS USES): of a library's components, and of those that they copy, the object files, the third-party libraries that they
# link, and the libraries of other components that they use.
function(sidetal_library_parts LIBRARY OBJECTS LINKS USES)
  get_property(components GLOBAL PROPERTY SIDETAL_COMPONENTS_OF_${LIBRARY})
  get_property(header_only GLOBAL PROPERTY SIDETAL_HEADER_ONLY)
  set(objects "")
  set(links "")
  set(libraries "")
  set(joined ${components})
  foreach(component IN LISTS components)
    get_target_property(copies sidetal_${component} SIDETAL_COPIES)
    if(copies)
      list(APPEND joined ${copies})
    endif()
  endforeach()
  list(REMOVE_DUPLICATES joined)
  foreach(component IN LISTS joined)
    list(APPEND objects $<TARGET_OBJECTS:sidetal_${component}>)
    get_target_property(component_links sidetal_${component} SIDETAL_LINKS)
    if(component_links)
      list(APPEND links ${component_links})
    endif()
  endforeach()
  sidetal_closure(used ${components})
  foreach(component IN LISTS used)
    get_target_property(library sidetal_${component} SIDETAL_LIBRARY)
    list(APPEND libraries ${library})
  endforeach()
  list(REMOVE_DUPLICATES libraries)
  list(REMOVE_ITEM libraries ${LIBRARY})
  if(LIBRARY STREQUAL "core" AND libraries)
    message(FATAL_ERROR "a component of the core uses one of ${libraries}: see lib/README.md")
  endif()
  list(REMOVE_DUPLICATES links)
  list(REMOVE_ITEM links ${header_only})
  set(${OBJECTS} ${objects} PARENT_SCOPE)
  set(${LINKS} ${links} PARENT_SCOPE)
  set(${USES} ${libraries} PARENT_SCOPE)
endfunction()

# sidetal_library(LIBRARY SOVERSION n DESCRIPTION text [MAP file] [C] [INSTALL])
# The targets of a library whose components are all there. SOVERSION: changes where the ABI breaks. MAP: the version script, may hold
# @SIDETAL_SOVERSION@; without one, what SIDETAL_API marks is exported without a version. C: the interface is plain C, so that users link
# neither the core nor C++ themselves. INSTALL: part of this package, installed with it.
function(sidetal_library LIBRARY)
  cmake_parse_arguments(ARG "C;INSTALL" "SOVERSION;DESCRIPTION;MAP" "" ${ARGN})
  set(SIDETAL_SOVERSION ${ARG_SOVERSION})
  sidetal_library_names(${LIBRARY} prefix output)
  sidetal_library_parts(${LIBRARY} objects links used)
  set(name ${LIBRARY})
  set(dash ${LIBRARY}-)
  if(LIBRARY STREQUAL "core")
    set(name sidetal)
    set(dash "")
  endif()

  set(visibility PUBLIC)
  if(ARG_C)
    set(visibility PRIVATE)
  endif()
  set(of_all "")
  set(shared_of_all "")
  if(NOT PROJECT_IS_TOP_LEVEL AND NOT SIDETAL_INSTALL)
    set(shared_of_all EXCLUDE_FROM_ALL)
    if(NOT LIBRARY STREQUAL "core")
      set(of_all EXCLUDE_FROM_ALL)
    endif()
  endif()
  add_library(${prefix}_static STATIC ${of_all} ${objects})
  add_library(${prefix}_shared SHARED ${shared_of_all} ${objects})
  set_target_properties(${prefix}_static PROPERTIES EXPORT_NAME ${dash}static)
  set_target_properties(${prefix}_shared PROPERTIES EXPORT_NAME ${name})
  foreach(kind static shared)
    set(target ${prefix}_${kind})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${output} LINKER_LANGUAGE CXX)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:sidetal_settings> ${links})
    foreach(library IN LISTS used)
      sidetal_library_names(${library} used_prefix used_output)
      target_link_libraries(${target} ${visibility} ${used_prefix}_${kind})
    endforeach()
    if(NOT ARG_C)
      target_compile_features(${target} PUBLIC cxx_std_20)
    endif()
    target_include_directories(${target} INTERFACE
      $<BUILD_INTERFACE:${sidetal_SOURCE_DIR}/include> $<BUILD_INTERFACE:${sidetal_BINARY_DIR}/include>
      $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  endforeach()

  get_property(version GLOBAL PROPERTY SIDETAL_LIBRARY_VERSION)
  set_target_properties(${prefix}_shared PROPERTIES VERSION ${version} SOVERSION ${ARG_SOVERSION})
  if(used) # the libraries that it needs stand beside it
    set_target_properties(${prefix}_shared PROPERTIES INSTALL_RPATH "$ORIGIN")
  endif()
  if(ARG_MAP)
    set(script "${CMAKE_CURRENT_BINARY_DIR}/${output}.map")
    configure_file("${ARG_MAP}" "${script}" @ONLY)
    set_target_properties(${prefix}_shared PROPERTIES LINK_DEPENDS "${script}")
    target_link_options(${prefix}_shared PRIVATE "LINKER:--version-script=${script}")
  endif()
  if(NOT SIDETAL_SANITIZE) # the sanitizers' own symbols come from the program
    target_link_options(${prefix}_shared PRIVATE LINKER:--no-undefined)
  endif()

  add_library(sidetal::${name} ALIAS ${prefix}_static)
  add_library(sidetal::${dash}static ALIAS ${prefix}_static)
  add_library(sidetal::${dash}shared ALIAS ${prefix}_shared)

  if(ARG_INSTALL AND SIDETAL_INSTALL)
    sidetal_install_library(${LIBRARY} ${prefix} ${output} "${ARG_DESCRIPTION}" "${links}" "${used}")
  endif()
endfunction()
